/**
 * Bytes moved over all data connections together in one turn of the event loop, in whole reads. Eight of them, which may read
 * as much as their buffers hold, would otherwise bring 24 MiB before anything else is answered; one alone loses nothing by
 * a turn for each MiB.
 */
export const MOST_IN_A_TURN = 1024 * 1024;

/** The longest rest in milliseconds: half of a frame. Longer ones would cost a slow machine speed and bring nobody anything. */
const MOST_REST_MS = 8;

/** See `restAfterTurns`. */
let restFactor = 0;
let spent = 0;
/** When the first of it was spent, by the clock of `performance`. */
let begun = 0;
const waiting: (() => void)[] = [];

/**
 * Has every turn that spends its share be followed by a rest of so many times as long as it took, at most 8 ms, so that the
 * machine is left to others for that part of the time: on a fast one that is hardly noticed, and a line that brings less
 * than a share in a turn does not notice at all. 0: no rest.
 */
export const restAfterTurns = (factor: number): void => {
  restFactor = factor;
};

/**
 * Counts what was read or sent. Once all have had their share, `goOn` is called in the next turn, after whatever else has
 * come meanwhile; nothing more is to be moved until then.
 *
 * @returns whether more may be moved in this turn
 */
export const spendTurn = (bytes: number, goOn: () => void): boolean => {
  if (spent === 0) {
    begun = performance.now();
    setImmediate(endTurn);
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

const endTurn = (): void => {
  // What came is written behind this, in the same turn.
  if (waiting.length > 0 && restFactor > 0) setImmediate(rest);
  else nextTurn();
};

const rest = (): void => {
  setTimeout(nextTurn, Math.min(MOST_REST_MS, restFactor * (performance.now() - begun)));
};

const nextTurn = (): void => {
  spent = 0;
  for (const goOn of waiting.splice(0)) goOn();
};
