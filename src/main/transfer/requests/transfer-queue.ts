import type { FileTime } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { SessionId } from '#shared/model/session.ts';
import type {
  Priority,
  RateHistory,
  TransferId,
  TransferItem,
  TransferList,
  TransferQuery,
  TransferSelection,
  TransferSummary,
  TransferView,
  WhenDone,
} from '#shared/model/transfer.ts';

/** An entry to transfer, and what it is to be called where it arrives: its own name where `as` is left out. */
export interface NamedItem extends TransferItem {
  readonly as?: string;
  /** When it was last changed, where that is known better than by a listing in the window. */
  readonly modified?: FileTime | null;
}

/** A part of a view, and how many rows the view has. */
export interface TransferPage {
  readonly version: number;
  readonly total: number;
  readonly rows: readonly TransferView[];
}

/** A folder whose content changed; `sessionId` is null for the local disk. */
export interface ChangedFolder {
  readonly sessionId: SessionId | null;
  readonly path: string;
}

/**
 * The transfer queue as its users see it; the requests of the contract map to it one to one. Nothing here waits for
 * a server: everything is told by `onChanged`. Without `transfer` files are moved as the site's settings say.
 */
export interface TransferQueue {
  addDownloads(wish: {
    readonly sessionId: SessionId;
    readonly from: Pathname;
    readonly to: string;
    readonly items: readonly NamedItem[];
    readonly transfer?: TransferChoice | null;
  }): readonly TransferId[];
  addUploads(wish: {
    readonly sessionId: SessionId;
    readonly from: string;
    readonly to: Pathname;
    readonly items: readonly NamedItem[];
    readonly transfer?: TransferChoice | null;
  }): readonly TransferId[];
  /** From the directory `from` of one session into the directory `to` of another; see the contract. */
  addBetween(wish: {
    readonly fromSession: SessionId;
    readonly from: Pathname;
    readonly toSession: SessionId;
    readonly to: Pathname;
    readonly items: readonly NamedItem[];
    readonly transfer?: TransferChoice | null | undefined;
    readonly allowClear?: boolean | undefined;
  }): readonly TransferId[];
  /** Looks up what each path is; one that cannot be read becomes a failed row. */
  addDropped(wish: {
    readonly sessionId: SessionId;
    readonly paths: readonly string[];
    readonly to: Pathname;
    readonly transfer?: TransferChoice | null;
  }): Promise<readonly TransferId[]>;
  /** Rows `offset` to `offset + count` of a list, or of all, in the order in which they are begun. */
  read(list: TransferList | 'all', offset: number, count: number): TransferPage;
  /** The same of a view that is sorted or filtered, which takes its time where there are many. */
  search(query: TransferQuery, offset: number, count: number): Promise<TransferPage>;
  /**
   * All rows of a view, some at a time, found once: what comes and goes meanwhile moves no row that is there into another's
   * place.
   */
  rowsOf(query: TransferQuery): AsyncIterable<readonly TransferView[]>;
  summary(): TransferSummary;
  pause(ids: TransferSelection): void;
  resume(ids: TransferSelection): void;
  /** Ends transfers for good; what they left half done is removed on both sides. */
  cancel(ids: TransferSelection): void;
  /**
   * Puts failed, unknown, skipped and cancelled transfers back into the queue; with `all` failed and unknown ones. Those
   * between servers may go without encryption from now on where `allowClear` says so.
   */
  retry(ids: TransferSelection, options?: { readonly allowClear: boolean }): void;
  /** Tries a file that failed again under another name where it arrives. Faults: where that cannot be one. */
  retryUnderName(id: TransferId, name: string): Promise<void>;
  /** Takes finished rows out; with `all` those that are done, skipped or cancelled. */
  clear(ids: TransferSelection): void;
  /** Puts rows before another one, or behind all where `before` is null; they take its priority. */
  move(ids: readonly TransferId[], before: TransferId | null): void;
  prioritize(ids: TransferSelection, priority: Priority): void;
  /** Has rows wait until a time, in milliseconds since the epoch; null: they begin when it is their turn. */
  schedule(ids: TransferSelection, startsMs: number | null): void;
  /** What the program does when nothing is left to do, once. */
  setWhenDone(whenDone: WhenDone): void;
  /** How fast it went in the last minutes. */
  rates(): RateHistory;
  /** To be told when a session was connected (again): its waiting transfers go on. */
  sessionConnected(id: SessionId): void;
  /** The machine is about to sleep: what is under way is put back with all that has arrived, and nothing is begun. */
  interrupt(): void;
  /** The machine woke, or has another network: what waits for a connection is tried at once. */
  goOn(): void;
  /** Calls `listener` after changes, several joined into one. Answers how to stop it. */
  onChanged(listener: (summary: TransferSummary) => void): () => void;
  /** Calls `listener` when transfers changed a folder, at most once a second for each. Answers how to stop it. */
  onFolderChanged(listener: (folder: ChangedFolder) => void): () => void;
  /** Ends everything under way and removes part files; settles when nothing runs any more. */
  stop(): Promise<void>;
}
