import { type Fault, FaultError, type LeftReason } from '#shared/fault.ts';
import type { ConflictAction, ConflictRule } from '#shared/model/conflict-rule.ts';
import type { Verification } from '#shared/model/verification.ts';
import type { Pace, UserFtp } from '../../ftp/engine.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import { sizesComparable } from '../decisions/choice-facts.ts';
import type { ConflictSide, ConflictTarget } from '../decisions/compare-sides.ts';
import type { NewRow, Run, TransferRow } from './transfer-row.ts';

/** What a person needs to decide about a file that is there already. */
export interface ConflictFacts {
  readonly source: ConflictSide;
  readonly target: ConflictTarget;
  readonly canResume: boolean;
  readonly freeName: string;
  /** What the file there is called, where its name is another and the disk takes both for the same. */
  readonly otherName: string | null;
  /** The answer for all that did not settle it; one that is given meanwhile may. */
  readonly remembered: ConflictAction | null;
}

/** How a piece of work ended where it did not throw. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'skipped'; readonly fault: Fault | null }
  /** All data went through, and nobody can say whether it arrived. */
  | { readonly kind: 'unknown'; readonly fault: Fault }
  | { readonly kind: 'ask'; readonly facts: ConflictFacts }
  /** A folder of which enough has been read for now: the rest is read when what was found is done. */
  | { readonly kind: 'later' }
  /** The target is another one now, or there is something there that was not: to be run again from the start. */
  | { readonly kind: 'again' };

/** What a job may do besides working on its own row. */
export interface JobQueue {
  add(row: NewRow): void;
  /** Settles when what was added so far is nearly all in the store: whoever adds many rows waits for it in between. */
  room(): Promise<void>;
  /** Whether so many rows wait that a folder had better be read on when they are done. */
  isFull(): boolean;
  /** Has the row in the store before anything else happens. */
  keep(row: TransferRow): void;
  /** Some folders of the row were read: now and then that is kept, after what was found in them. */
  foldersRead(row: TransferRow): void;
  setSize(row: TransferRow, size: number | null): void;
  setTransferred(row: TransferRow, bytes: number): void;
  /** What becomes of files that are there already, in order: the rules of the site, then those for every site. */
  conflictRules(session: SessionAccess): readonly ConflictRule[];
  /** The row is about to write its part: another row that left one there has none any more. */
  claimPart(row: TransferRow): void;
  /** How fast a download or upload may go; null: as fast as it goes, as between servers, where nothing comes by here. */
  paceOf(row: TransferRow, session: SessionAccess): Pace | null;
  localFolderChanged(path: string): void;
  remoteFolderChanged(session: SessionAccess, path: string): void;
}

/** What transfers found out for the further ones of the same session. */
export interface LearnedOfSite {
  /** The server has proved that it stores at any place of a file and keeps what is behind. */
  keepsPlaces: boolean;
}

/** The server a file comes from, in a transfer between two. */
export interface SourceSide {
  readonly connection: UserFtp;
  readonly session: SessionAccess;
}

/** A further connection for pieces of the file that a row is at work on; see `Job.spare`. */
export interface SpareConnection {
  readonly connection: UserFtp;
  /** Fires when a waiting row needs it: it is to be given back as soon as that costs nothing that has arrived. */
  readonly wanted: AbortSignal;
  /** Has it go to the rows that wait, or be closed after a while. One that is lost is given back as well. */
  giveBack(): void;
}

/** One row at work on one connection. */
export interface Job {
  readonly row: TransferRow;
  readonly run: Run;
  readonly connection: UserFtp;
  /** Between servers: the other one. All the rest is of the target. */
  readonly source: SourceSide | null;
  readonly session: SessionAccess;
  readonly queue: JobQueue;
  readonly learned: LearnedOfSite;
  /** How what arrives is compared with its source. */
  readonly verification: Verification;
  /**
   * Up to `most` further connections of `session`: as many as the limits allow and no waiting row needs, so often fewer
   * or none, and it may be asked again later. They count as connections of the site until they are given back; what the
   * job has not given back when it ends is closed. Never rejects: one that could not be made is left out.
   */
  spare(most: number): Promise<readonly SpareConnection[]>;
}

export const DONE: JobResult = { kind: 'done' };

/** Bytes of the source where the target's can be compared with them. */
export const comparableSize = ({ size, batch }: TransferRow): number | null =>
  sizesComparable(batch.choice) ? size : null;

/** Whether the source may turn out to be a folder: only CWD tells where a link leads, and what a mere name stands for. */
export const leadsPerhapsToFolder = ({ source: { type } }: TransferRow): boolean =>
  type === 'link' || type === 'unknown';

/** A link to a folder inside a folder is left out: followed, it could lead round in circles. */
export const linkToFolder = (path: string): JobResult => ({
  kind: 'skipped',
  fault: { kind: 'refused-here', stage: 'preparing', reason: 'through-link', detail: path },
});

/** The file that is there was left as it is. */
export const leftAsItIs = (reason: LeftReason, path: string): JobResult => ({
  kind: 'skipped',
  fault: { kind: 'refused-here', stage: 'preparing', reason, detail: path },
});

/** The file arrived with another length than its source has. */
export const sizeMismatch = (expected: number, found: number): FaultError =>
  new FaultError({
    kind: 'protocol',
    stage: 'finishing',
    reason: 'size-mismatch',
    detail: `${found} bytes where ${expected} were expected`,
  });
