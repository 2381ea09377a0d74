import { availableParallelism } from 'node:os';

/** The longest rest in milliseconds: what else this process does is not to stop the data for longer. */
const MOST_REST_MS = 25;
/** A shorter one is left for later: timers count whole milliseconds. */
const LEAST_REST_MS = 1;

/** How many processors this process may keep busy; infinitely many: nothing is spared. */
let most = Number.POSITIVE_INFINITY;
/** When the last rest ended, and what this process had used of the processors when it began, in milliseconds. */
let since = { atMs: 0, usedMs: 0 };

/**
 * Has data rest for as long as this process has kept more than this share of all processors busy: with reading, with what
 * the system does for it when that is written, with whatever else. A line that costs less does not notice. A share of 1
 * spares nothing.
 */
export const spareProcessors = (share: number): void => {
  most = share < 1 ? share * availableParallelism() : Number.POSITIVE_INFINITY;
  since = { atMs: performance.now(), usedMs: usedMs() };
};

/** Whether processors are spared at present. */
export const isSparing = (): boolean => most !== Number.POSITIVE_INFINITY;

/** Milliseconds that all data is to rest from now on, which counts as rested; 0: it may go on. */
export const takeRest = (): number => {
  if (!isSparing()) return 0;
  const atMs = performance.now();
  const used = usedMs();
  const restMs = Math.min(MOST_REST_MS, (used - since.usedMs) / most - (atMs - since.atMs));
  if (restMs > 0 && restMs < LEAST_REST_MS) return 0;
  since = { atMs: atMs + Math.max(0, restMs), usedMs: used };
  return Math.max(0, restMs);
};

/** Of all threads: most of what data costs is spent by those that write. */
const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
