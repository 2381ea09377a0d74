import { isSparing, takeRest } from './processor-share.ts';

const KIB = 1024;

/**
 * Bytes moved over all data connections together in one turn of the event loop, in whole reads. Eight of them, which may read
 * as much as their buffers hold, would otherwise bring 24 MiB before anything else is answered; one alone loses nothing by
 * a turn for each MiB.
 */
export const MOST_IN_A_TURN = 1024 * KIB;
/** While processors are spared the same work is done in smaller portions, with a rest behind each. */
const SPARING = { mostInATurn: 256 * KIB, mostAtOnce: 64 * KIB };

let spent = 0;
/** Whoever reads or sends while data rests waits as well. */
let resting = false;
const waiting: (() => void)[] = [];

/** Bytes that one connection is best read or sent at once. */
export const mostAtOnce = (): number => (isSparing() ? SPARING.mostAtOnce : MOST_IN_A_TURN);

/**
 * Counts what was read or sent. Once all have had their share, `goOn` is called in the next turn, after whatever else has
 * come meanwhile, and after a rest where processors are spared; nothing more is to be moved until then.
 *
 * @returns whether more may be moved in this turn
 */
export const spendTurn = (bytes: number, goOn: () => void): boolean => {
  if (spent === 0) setImmediate(endTurn);
  spent += bytes;
  if (!resting && spent < (isSparing() ? SPARING.mostInATurn : MOST_IN_A_TURN)) return true;
  waiting.push(goOn);
  return false;
};

/** Waits for the next turn where the share of this one is spent with `bytes`; null where it is not. */
export const turnAfter = (bytes: number): Promise<void> | null => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return spendTurn(bytes, resolve) ? null : promise;
};

const endTurn = (): void => {
  const restMs = takeRest();
  resting = restMs > 0;
  if (resting) setTimeout(nextTurn, restMs);
  else nextTurn();
};

const nextTurn = (): void => {
  resting = false;
  spent = 0;
  for (const goOn of waiting.splice(0)) goOn();
};
