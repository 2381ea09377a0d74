import type { Fault } from '../fault.ts';
import type { FileType } from '../ftp/file-entry.ts';
import type { Pathname } from '../ftp/pathname.ts';
import type { SessionId } from './session.ts';

export type TransferId = number;
/** `between`: from one server to another (RFC 959 2.3), no byte comes through this computer. */
export type Direction = 'download' | 'upload' | 'between';

/**
 * - `waiting`: in the queue
 * - `active`: data is moving, or about to
 * - `asking`: a person has to decide a conflict; others go on meanwhile
 * - `paused`: by the person
 * - `done`, `skipped`: finished
 * - `failed`: see `fault`
 * - `unknown`: all data went through, but nobody can say whether the server has the file (design: lost 226)
 * - `cancelled`: by the person
 */
export type TransferState =
  | 'waiting'
  | 'active'
  | 'asking'
  | 'paused'
  | 'done'
  | 'skipped'
  | 'failed'
  | 'unknown'
  | 'cancelled';

/** As many transfers in each state as an empty queue has. */
export const NO_TRANSFERS: Readonly<Record<TransferState, number>> = {
  waiting: 0,
  active: 0,
  asking: 0,
  paused: 0,
  done: 0,
  skipped: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
};

/** Where a transfer between servers goes. */
export interface TransferTarget {
  readonly sessionId: SessionId;
  readonly siteTitle: string;
  readonly path: Pathname;
}

/** One row of the queue: a file, or a folder still being read. */
export interface TransferView {
  readonly id: TransferId;
  /** Session and site of `remotePath`; between servers those of the source. */
  readonly sessionId: SessionId;
  readonly siteTitle: string;
  readonly direction: Direction;
  readonly kind: 'file' | 'folder';
  readonly state: TransferState;
  /** The base name for the first column. */
  readonly name: string;
  /** Null between servers. */
  readonly localPath: string | null;
  readonly remotePath: Pathname;
  /** Where it goes between servers; null for all that begins or ends on this computer. */
  readonly target: TransferTarget | null;
  /** Bytes; null while unknown. */
  readonly size: number | null;
  readonly transferred: number;
  /** Bytes a second over the last seconds; 0 when not active. */
  readonly rate: number;
  /** Milliseconds still to go at that rate; null when nobody can say. */
  readonly remainingMs: number | null;
  readonly fault: Fault | null;
}

/** The queue in numbers: totals, never deltas. */
export interface TransferSummary {
  /** Grows with every change, so that a view knows its rows are out of date. */
  readonly version: number;
  readonly count: number;
  readonly counts: Readonly<Record<TransferState, number>>;
  /** Bytes of everything not cancelled, as far as known, and how many of them are through. */
  readonly totalBytes: number;
  readonly transferredBytes: number;
  readonly rate: number;
  readonly remainingMs: number | null;
}

/** What a person drags or sends: one selected entry and where it stands. */
export interface TransferItem {
  readonly name: string;
  readonly type: FileType;
  readonly size: number | null;
  readonly modifiedMs: number | null;
}

/** What to do where a file of that name is there already. */
export type ConflictAction = 'overwrite' | 'resume' | 'rename' | 'skip';
