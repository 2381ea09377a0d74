import { createStore } from 'zustand/vanilla';
import type { SessionId } from '#shared/model/session.ts';

export interface ConnectionAttemptState {
  /** The session that is being connected at the person's wish, so that it can be given up; null: none. */
  readonly attempt: { readonly sessionId: SessionId; readonly siteId: string | null; readonly host: string } | null;
  /** The last attempt that failed: its notice goes away with the next attempt. */
  readonly failedId: SessionId | null;
}

export const connectionAttempt = createStore<ConnectionAttemptState>()(() => ({ attempt: null, failedId: null }));
