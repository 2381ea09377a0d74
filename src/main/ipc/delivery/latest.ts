import type { Mailbox, Post } from './mailbox.ts';

/** Milliseconds between two messages of a channel to a window: ten a second are as many as an eye reads. */
export const LATEST_INTERVAL_MS = 100;

/**
 * Only the newest payload of each key, at most ten messages a second, and the next only when the window has
 * acknowledged the one before: a busy window gets fewer, newer messages instead of a queue of old ones.
 */
export const createLatestMailbox = (post: Post, keyOf: (payload: unknown) => string): Mailbox => {
  const waiting = new Map<string, unknown>();
  let unacknowledged: number | null = null;
  let pause: NodeJS.Timeout | null = null;

  const flush = (): void => {
    if (waiting.size === 0 || unacknowledged !== null || pause !== null) return;
    const payloads = [...waiting.values()];
    waiting.clear();
    unacknowledged = post(payloads, 0);
    pause = setTimeout(() => {
      pause = null;
      flush();
    }, LATEST_INTERVAL_MS);
  };

  return {
    offer: (payload) => {
      waiting.set(keyOf(payload), payload);
      flush();
    },
    acknowledge: (sequence) => {
      if (unacknowledged === null || sequence < unacknowledged) return;
      unacknowledged = null;
      flush();
    },
    close: () => {
      if (pause !== null) clearTimeout(pause);
      waiting.clear();
    },
  };
};
