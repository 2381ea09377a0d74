import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Evidence, TransferFact } from '#shared/model/learned-fact.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { Names } from './names/session-names.ts';

/** What the transfer queue and the IPC handlers may do with a connected site. */
export interface SessionAccess {
  readonly id: SessionId;
  /** How its pathnames read, and what text is as a pathname. */
  readonly names: Names;
  view(): SessionView;
  /**
   * The connection for browsing and short commands, connected again first where it was lost.
   * Faults: everything connecting can end in; `refused-here: not-connected` after the person disconnected.
   */
  browser(signal?: AbortSignal): Promise<UserFtp>;
  /**
   * A connection of one's own for transfers, logged in with the same secrets and trust. Whoever takes it gives it
   * back or destroys it.
   */
  lease(signal: AbortSignal): Promise<UserFtp>;
  /** Returns a leased connection that is still good; it is kept a while for the next lease. */
  giveBack(connection: UserFtp): void;
  /** The listing of a directory, from the cache where it is fresh. Entries in the server's order. */
  list(
    path: Pathname,
    options: {
      readonly refresh: boolean;
      readonly signal: AbortSignal | null;
      readonly onEntries: (entries: readonly FileEntry[]) => void;
    },
  ): Promise<{ readonly path: Pathname; readonly summary: ListingSummary }>;
  /** Forgets what is known of a directory: something changed in it. */
  forget(path: Pathname): void;
  /** Whether this holds of the server: as the site has it, or as transfers learned, in earlier runs too. */
  knows(fact: TransferFact): boolean;
  /**
   * Remembers that this holds of the server, and tells the person.
   * @param words what is so, and what comes of it
   */
  learn(fact: TransferFact, words: string, evidence: Evidence): void;
  /** A remark for the person in the session's transcript, such as a fallback that was taken. */
  note(text: string): void;
}

export interface Sessions {
  get(id: SessionId): SessionAccess | undefined;
}
