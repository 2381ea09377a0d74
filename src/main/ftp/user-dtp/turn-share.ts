/**
 * Bytes read of all data connections together in one turn of the event loop, in whole reads. Eight of them, which may read
 * as much as their buffers hold, would otherwise bring 24 MiB before anything else is answered; one alone loses nothing by
 * a turn for each MiB.
 */
export const MOST_IN_A_TURN = 1024 * 1024;

let spent = 0;
const waiting: (() => void)[] = [];

/**
 * Counts what was read. Once all have read their share, `goOn` is called in the next turn, after whatever else has come
 * meanwhile; nothing is to be read until then.
 *
 * @returns whether there is more to be read in this turn
 */
export const spendTurn = (bytes: number, goOn: () => void): boolean => {
  if (spent === 0) setImmediate(nextTurn);
  spent += bytes;
  if (spent < MOST_IN_A_TURN) return true;
  waiting.push(goOn);
  return false;
};

const nextTurn = (): void => {
  spent = 0;
  for (const goOn of waiting.splice(0)) goOn();
};
