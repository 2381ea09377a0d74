import type { Mailbox, Post } from './mailbox.ts';

/** Milliseconds of one frame at 60 a second. */
export const FRAME_MS = 16;
/** Payloads kept for a window that does not keep up; beyond it the oldest go and are counted. */
export const BATCH_LIMIT = 5_000;

/** Payloads joined for a frame, one unacknowledged message at a time, the oldest dropped and counted beyond a limit. */
export const createBatchMailbox = (post: Post): Mailbox => {
  let waiting: unknown[] = [];
  let dropped = 0;
  let unacknowledged: number | null = null;
  let frame: NodeJS.Timeout | null = null;

  const flush = (): void => {
    frame = null;
    if (unacknowledged !== null || waiting.length === 0) return;
    const payloads = waiting.slice(-BATCH_LIMIT);
    const lost = dropped + waiting.length - payloads.length;
    waiting = [];
    dropped = 0;
    unacknowledged = post(payloads, lost);
  };

  const schedule = (): void => {
    frame ??= setTimeout(flush, FRAME_MS);
  };

  return {
    offer: (payload) => {
      waiting.push(payload);
      // Trimmed in one go at twice the limit: shifting one at a time from a long array costs its length each time.
      if (waiting.length >= 2 * BATCH_LIMIT) {
        dropped += waiting.length - BATCH_LIMIT;
        waiting = waiting.slice(-BATCH_LIMIT);
      }
      if (unacknowledged === null) schedule();
    },
    acknowledge: (sequence) => {
      if (unacknowledged === null || sequence < unacknowledged) return;
      unacknowledged = null;
      if (waiting.length > 0) schedule();
    },
    close: () => {
      if (frame !== null) clearTimeout(frame);
      waiting = [];
    },
  };
};
