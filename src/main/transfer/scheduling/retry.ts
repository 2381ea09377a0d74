import { advice } from '#shared/advice.ts';
import type { ConnectionCause, Fault } from '#shared/fault.ts';

/** Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** Tries of one transfer that bring it no further, over some thirteen minutes. */
const MOST_TRIES = 10;

/** How long is waited before something is tried again. */
export interface RetryPlan {
  /** Milliseconds before a transfer is tried again after `used` tries; null: it has failed. */
  ofRow(used: number): number | null;
  /** Milliseconds before a site is connected to again after as many failures; null: it cannot be reached. */
  ofSite(failures: number): number | null;
}

/**
 * Pauses that double up to five minutes, each a fifth longer or shorter by chance, so that what failed together does not
 * come again together. A site is never given up: a network that is away comes back, and nothing has failed by then.
 * @param random from 0 to 1
 */
export const growingPauses = (random: () => number = Math.random): RetryPlan => {
  const pause = (count: number): number => {
    const doubled = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(count, 30));
    return Math.min(LONGEST_PAUSE, Math.round(doubled * (0.8 + 0.4 * random())));
  };
  return { ofRow: (used) => (used < MOST_TRIES ? pause(used) : null), ofSite: pause };
};

/** As many tries as there are pauses, of a transfer and of connecting alike: for whom nobody waits. */
export const fixedPauses = (pauses: readonly number[]): RetryPlan => {
  const pause = (count: number): number | null => pauses[count] ?? null;
  return { ofRow: pause, ofSite: pause };
};

/**
 * Milliseconds until the same is tried again after `used` tries; null where it has failed for good. A connection
 * that was lost in the middle is worth one more try at once.
 * @param pauseAfter the plan's, of a transfer or of a site
 */
export const pauseBeforeRetry = (
  fault: Fault,
  used: number,
  pauseAfter: (used: number) => number | null,
): number | null => {
  const pause = pauseAfter(used);
  if (pause === null) return null;
  // `cancelled` without the person's doing: the session was closed under the transfer, which goes on with the next.
  const remedy = fault.kind === 'cancelled' ? 'retry' : advice(fault);
  if (remedy === 'retry') return used === 0 ? 0 : pause;
  return remedy === 'retry-later' ? pause : null;
};

/**
 * Whether a server that was connected to before could not be reached: the network is away, or the server is being
 * restarted. A name that nobody knows and a port that nobody listens on are then signs of the same.
 */
export const isOutOfReach = (fault: Fault): boolean =>
  fault.kind === 'control-connection' && !NEEDS_A_PERSON.has(fault.cause);

/** Another host answered, or a proxy wants what it was not given: no waiting mends that. */
const NEEDS_A_PERSON: ReadonlySet<ConnectionCause> = new Set(['stranger', 'proxy-login', 'proxy-refused']);

/** Whether the fault meets every further transfer of the same kind too: no room left, or two servers that do not do it. */
export const concernsAll = (fault: Fault): boolean =>
  (fault.kind === 'local-file' && fault.cause === 'disk-full') ||
  fault.kind === 'between-servers' ||
  (fault.kind === 'reply' && (fault.code === 452 || fault.code === 552));
