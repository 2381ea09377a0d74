import type { Mailbox, Post } from './mailbox.ts';

/** Milliseconds between two messages of a channel to a window, where its spec tells nothing else. */
export const LATEST_INTERVAL_MS = 100;

/**
 * Only the newest payload of each key, each message so many milliseconds behind the one before, and only when the window
 * has acknowledged that: a busy window gets fewer, newer messages instead of a queue of old ones.
 */
export const createLatestMailbox = (
  post: Post,
  keyOf: (payload: unknown) => string,
  intervalMs = LATEST_INTERVAL_MS,
): Mailbox => {
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
    }, intervalMs);
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
