import type { Fault } from '#shared/fault.ts';
import type { ByteRange } from '#shared/ftp/byte-range.ts';
import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import type { Direction, Priority, TransferId, TransferState } from '#shared/model/transfer.ts';
import type { ByteCounter, Checkpoint } from '../../ftp/engine.ts';
import type { Names } from '../../session/names/session-names.ts';
import type { AccountKey } from '../batches/accounts.ts';
import type { Batch } from '../batches/batch.ts';
import type { PendingFolder } from './pending-folder.ts';
import type { RateMeter } from './rate-meter.ts';

/** What is known of the file to be transferred before anybody touched it. */
export interface SourceFacts {
  readonly type: FileType;
  readonly modified: FileTime | null;
  /** Named by the person rather than found in a folder: only such links to folders are followed. */
  readonly chosen: boolean;
  /** Permission bits of a file that its owner may run; left out for all others, and where they are not known. */
  readonly mode?: number;
}

/** What a half-done download left here, and what its source was then: it goes on only where that still holds. */
export interface DownloadLeftover {
  readonly kind: 'download';
  /** Where it goes on: all bytes before that are in the part file. Null: nowhere, but the part file is there. */
  readonly at: Checkpoint | null;
  /** What is in it behind that place as well, of a file that came in pieces. */
  readonly further: readonly ByteRange[];
  readonly sourceSize: number | null;
  readonly sourceModifiedMs: number | null;
  /** All of it is on the disk for good: only the last comparison is missing, or the name. */
  readonly isWhole: boolean;
  /** Bytes of the whole part where it was about to get its final name; null: it was not. */
  readonly placing: number | null;
}

/** How far an upload in pieces came. The part has the whole size from the start: that says nothing. */
export interface UploadPieces {
  /** What is surely there. */
  readonly stored: readonly ByteRange[];
  /** Where a piece was ever begun: behind each of these places as much is there as came of it. */
  readonly places: readonly number[];
}

/** What a half-done upload left on the server. How much of it is there is asked of the server. */
export interface UploadLeftover {
  readonly kind: 'upload';
  readonly remotePath: Pathname;
  /** Null where the other server does not tell. */
  readonly sourceSize: number | null;
  readonly sourceModifiedMs: number | null;
  /** The newest place that the server said to go on from; null where it goes on by length, or nowhere. */
  readonly at: Checkpoint | null;
  /** Whether it is ours to remove: not the person's own file that was gone on with, nor one never written to. */
  readonly removable: boolean;
  /** All data had gone through, and only the completion (or the renaming's) was missing. */
  readonly allSent: boolean;
  /** Whether the right size proves that it is ours: not where a file of that very size was being replaced. */
  readonly sizeProves: boolean;
  /**
   * What the right size under the final name says: nothing before RNTO was sent, everything afterwards, but where a
   * file of that size stood there.
   */
  readonly atTarget: 'nothing' | 'proof' | 'no-proof';
  /** Where the old file stands while the new one takes its place, on servers whose RNTO replaces nothing. */
  readonly aside: Pathname | null;
  /** Where the server does not tell what became of it, it is sent again: the program ended before it could be seen. */
  readonly sentAgain: boolean;
  /** Null where it is sent from beginning to end. */
  readonly pieces: UploadPieces | null;
}

export type Leftover = DownloadLeftover | UploadLeftover;

/** The source of a transfer between servers. */
export interface BetweenSource {
  readonly sessionId: AccountKey;
  readonly siteTitle: string;
  readonly names: Names;
  readonly path: Pathname;
  /** Whether the data may go in the clear between servers that are connected to with encryption. */
  readonly allowClear: boolean;
}

/** Whose doing the end of a run is: the person's, the program's when it quits, or that of a machine about to sleep. */
export type Ending = 'paused' | 'cancelled' | 'stopped' | 'interrupted';

/** A transfer while a connection works on it. */
export interface Run {
  readonly abort: AbortController;
  /** Why it was aborted; null while it goes on. */
  ending: Ending | null;
  readonly meter: RateMeter;
  /** What ended the try before this one; null for the first. */
  readonly previousFault: Fault | null;
  /** Bytes that were there when the data connection opened, and the data connection's own. */
  progress: { readonly base: number; readonly counter: ByteCounter } | null;
  /** Connections that work on it: that of its lane and those it borrowed. */
  connections: number;
}

/** One row of the queue. `state`, `size` and `transferred` are changed by the table only, which keeps the totals. */
export interface TransferRow {
  readonly id: TransferId;
  readonly batch: Batch;
  readonly sessionId: AccountKey;
  readonly siteTitle: string;
  readonly direction: Direction;
  readonly source: SourceFacts;
  kind: 'file' | 'folder';
  /** What it is called where it goes to, as text. */
  name: string;
  /** Empty between servers. */
  localPath: string;
  remotePath: Pathname;
  /**
   * Between servers: where the file comes from. All the rest of the row is of the target then, as in an upload. Null for
   * what begins or ends on this computer.
   */
  from: BetweenSource | null;
  /** Its place in the queue, which its priority is part of; see `kept/rank.ts`. */
  rank: number;
  /** The folder's row that it was found in. */
  readonly rootId: TransferId | null;
  readonly addedMs: number;
  /** It waits until then. */
  startsMs: number | null;
  finishedMs: number | null;
  verifiedBy: string | null;
  state: TransferState;
  size: number | null;
  transferred: number;
  fault: Fault | null;
  /** Why this row can never run (a name that is not possible here); null for all others. */
  readonly refusal: Fault | null;
  /** What was decided about the file that is there already: by the person, or by a rule, once. */
  decision: { readonly action: ConflictAction | 'ask'; readonly newName: string | null } | null;
  leftover: Leftover | null;
  /** Its pieces did not fit together in an earlier try: it is moved over one connection from beginning to end. */
  inOnePiece: boolean;
  /** Folders of this row still to be read; null before the first was. */
  pending: PendingFolder[] | null;
  tries: { used: number; furthest: number };
  /** Milliseconds that connections worked on it, of the tries that are over. */
  activeMs: number;
  /** Set while a pause before the next try lasts. */
  pause: NodeJS.Timeout | null;
  /** When it, or its site, is tried again while it waits; null: no such time. */
  retriesMs: number | null;
  run: Run | null;
  /** Ends the question that is open about this row. */
  question: AbortController | null;
}

export type NewRow = Pick<
  TransferRow,
  'batch' | 'direction' | 'source' | 'kind' | 'name' | 'localPath' | 'remotePath' | 'size'
> & {
  readonly from?: BetweenSource | null;
  readonly state?: TransferState;
  readonly fault?: Fault | null;
  readonly refusal?: Fault | null;
  /** The folder's row that it was found in. */
  readonly root?: TransferRow;
  readonly priority?: Priority;
};

/** What a row has of the run of the program that works on it. */
export const UNTOUCHED = { pause: null, retriesMs: null, run: null, question: null } as const;

/** A row as it begins. */
export const createRow = (id: TransferId, rank: number, fresh: NewRow): TransferRow => ({
  ...UNTOUCHED,
  id,
  batch: fresh.batch,
  sessionId: fresh.batch.sessionId,
  siteTitle: fresh.batch.siteTitle,
  direction: fresh.direction,
  source: fresh.source,
  kind: fresh.kind,
  name: fresh.name,
  localPath: fresh.localPath,
  remotePath: fresh.remotePath,
  from: fresh.from ?? null,
  rank,
  rootId: fresh.root?.id ?? null,
  addedMs: Date.now(),
  startsMs: fresh.root?.startsMs ?? null,
  finishedMs: null,
  verifiedBy: null,
  state: fresh.state ?? 'waiting',
  size: fresh.size,
  transferred: 0,
  fault: fresh.fault ?? fresh.refusal ?? null,
  refusal: fresh.refusal ?? null,
  decision: null,
  leftover: null,
  inOnePiece: false,
  pending: null,
  tries: { used: 0, furthest: 0 },
  activeMs: 0,
});
