import type { Mailbox, Post } from './mailbox.ts';

/** In order, at once, never dropped. For what happens rarely and must not be missed. */
export const createEveryMailbox = (post: Post): Mailbox => ({
  offer: (payload) => {
    post([payload], 0);
  },
  acknowledge: () => {},
  close: () => {},
});
