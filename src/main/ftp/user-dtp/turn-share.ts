/**
 * Bytes moved over all data connections together in one turn of the event loop, in whole reads. Eight of them, which may read
 * as much as their buffers hold, would otherwise bring 24 MiB before anything else is answered; one alone loses nothing by
 * a turn for each MiB.
 */
export const MOST_IN_A_TURN = 1024 * 1024;

/** Milliseconds; see `restAfterTurns`. */
let restMs = 0;
let spent = 0;
const waiting: (() => void)[] = [];

/**
 * Has turns that move data come so many milliseconds apart, so that what they take from the machine is left for others:
 * at 4 ms no more than 250 MB/s are moved, and slower lines do not notice. 0: in the next turn of the event loop.
 */
export const restAfterTurns = (milliseconds: number): void => {
  restMs = milliseconds;
};

/**
 * Counts what was read or sent. Once all have had their share, `goOn` is called in the next turn, after whatever else has
 * come meanwhile; nothing more is to be moved until then.
 *
 * @returns whether more may be moved in this turn
 */
export const spendTurn = (bytes: number, goOn: () => void): boolean => {
  if (spent === 0) {
    if (restMs === 0) setImmediate(nextTurn);
    else setTimeout(nextTurn, restMs);
  }
  spent += bytes;
  if (spent < MOST_IN_A_TURN) return true;
  waiting.push(goOn);
  return false;
};

/** Waits for the next turn where the share of this one is spent with `bytes`; null where it is not. */
export const turnAfter = (bytes: number): Promise<void> | null => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return spendTurn(bytes, resolve) ? null : promise;
};

const nextTurn = (): void => {
  spent = 0;
  for (const goOn of waiting.splice(0)) goOn();
};
