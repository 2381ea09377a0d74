import type { SessionId } from '#shared/model/session.ts';
import type { ConflictAction } from '#shared/model/transfer.ts';
import { RemoteFolders } from './remote-folders.ts';

/** What was dropped or sent in one go. An answer "for all" holds for its batch. */
export interface Batch {
  readonly sessionId: SessionId;
  readonly siteTitle: string;
  /** `host:port`: two sessions of one server lead to the same files. */
  readonly server: string;
  readonly folders: RemoteFolders;
  /** The answer that holds for every further conflict. */
  remembered: ConflictAction | null;
  /** Rows that are not finished. */
  open: number;
  /** Settles when the last question asked so far is answered: a batch asks one at a time. */
  lastQuestion: Promise<void>;
}

export const createBatch = (sessionId: SessionId, siteTitle: string, server: string): Batch => ({
  sessionId,
  siteTitle,
  server,
  folders: new RemoteFolders(),
  remembered: null,
  open: 0,
  lastQuestion: Promise.resolve(),
});
