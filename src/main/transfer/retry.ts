import { advice } from '#shared/advice.ts';
import type { Fault } from '#shared/fault.ts';

/** Milliseconds before the first, second, … further try. */
export const RETRY_PAUSES: readonly number[] = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Milliseconds until the same is tried again after `used` tries; null where it has failed for good. A connection
 * that was lost in the middle is worth one more try at once.
 */
export const pauseBeforeRetry = (fault: Fault, used: number, pauses: readonly number[]): number | null => {
  const pause = pauses[used];
  if (pause === undefined) return null;
  // `cancelled` without the person's doing: the session was closed under the transfer, which goes on with the next.
  const remedy = fault.kind === 'cancelled' ? 'retry' : advice(fault);
  if (remedy === 'retry') return used === 0 ? 0 : pause;
  return remedy === 'retry-later' ? pause : null;
};

/** Whether the fault meets every further transfer of the same kind too: no room left, or two servers that do not do it. */
export const concernsAll = (fault: Fault): boolean =>
  (fault.kind === 'local-file' && fault.cause === 'disk-full') ||
  fault.kind === 'between-servers' ||
  (fault.kind === 'reply' && (fault.code === 452 || fault.code === 552));
