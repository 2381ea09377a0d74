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
 * - `moving`: a folder that has been read, whose files are still to be moved
 * - `asking`: a person has to decide a conflict; others go on meanwhile
 * - `paused`: by the person
 * - `done`, `skipped`: finished
 * - `failed`: see `fault`
 * - `unknown`: all data went through, but nobody can say whether the server has the file (design: lost 226)
 * - `cancelled`: by the person
 */
export const TRANSFER_STATES = [
  'waiting',
  'active',
  'moving',
  'asking',
  'paused',
  'done',
  'skipped',
  'failed',
  'unknown',
  'cancelled',
] as const;

export type TransferState = (typeof TRANSFER_STATES)[number];

/** As many transfers in each state as an empty queue has. */
export const NO_TRANSFERS: Readonly<Record<TransferState, number>> = {
  waiting: 0,
  active: 0,
  moving: 0,
  asking: 0,
  paused: 0,
  done: 0,
  skipped: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
};

/** What is shown apart: what is still to be done, what went wrong, and what is over. */
export const TRANSFER_LISTS = ['queue', 'failed', 'finished'] as const;

export type TransferList = (typeof TRANSFER_LISTS)[number];

/** Which list a transfer of each state is in. */
export const LIST_OF: Readonly<Record<TransferState, TransferList>> = {
  waiting: 'queue',
  active: 'queue',
  moving: 'queue',
  asking: 'queue',
  paused: 'queue',
  failed: 'failed',
  unknown: 'failed',
  done: 'finished',
  skipped: 'finished',
  cancelled: 'finished',
};

/** The states of what moves by itself, or will: not of what is paused or over. */
export const GOING_STATES = ['waiting', 'active', 'moving', 'asking'] as const satisfies readonly TransferState[];

/** Transfers of a higher one go first. */
export const PRIORITIES = ['highest', 'high', 'normal', 'low', 'lowest'] as const;

export type Priority = (typeof PRIORITIES)[number];

/**
 * What a waiting transfer waits for, where it is not just its turn:
 * - `connection`: nobody is connected to its site; see `resumeTransfers`
 * - `request`: its site is connected, and an earlier run of the program left it: nobody has asked to go on with it yet
 * - `time`: it is to begin at `startsMs`
 * - `retry`: it is tried again at `retriesMs`
 */
export type WaitsFor = 'connection' | 'request' | 'time' | 'retry';

/** What is under a folder in the queue, all folders below included. */
export interface FolderProgress {
  readonly files: number;
  /** Done, skipped or cancelled. */
  readonly finished: number;
  /** Failed or of unknown outcome. */
  readonly failed: number;
}

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
  /** Bytes; null while unknown. Of a folder: of all that is under it, as far as it has been read. */
  readonly size: number | null;
  readonly transferred: number;
  /** Null for a file. */
  readonly folder: FolderProgress | null;
  readonly priority: Priority;
  readonly waitsFor: WaitsFor | null;
  /** Milliseconds since the epoch: when it was put into the queue, is to begin, is tried again, was over; null: no such time. */
  readonly addedMs: number;
  readonly startsMs: number | null;
  readonly retriesMs: number | null;
  readonly finishedMs: number | null;
  /** Tries that ended in a fault so far. */
  readonly tries: number;
  /** Connections that move it now: several where a large file comes in pieces. */
  readonly connections: number;
  /** How what arrived was compared with its source: `size`, or the name of a checksum; null: not (yet). */
  readonly verifiedBy: string | null;
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
  /** Bytes a second in each direction; what goes between servers is in neither. */
  readonly rates: { readonly down: number; readonly up: number };
  /** What the program does when nothing is left to do. */
  readonly whenDone: WhenDone;
}

/** What is done once the queue has nothing left to do; it holds for one time. */
export const WHEN_DONE = ['nothing', 'quit', 'sleep'] as const;

export type WhenDone = (typeof WHEN_DONE)[number];

/** How fast it went, one value a step, oldest first; the last one ends now. */
export interface RateHistory {
  /** Milliseconds between two values. */
  readonly stepMs: number;
  /** Bytes a second. */
  readonly down: readonly number[];
  readonly up: readonly number[];
}

/** What a view of the queue can be sorted by; `order` is that in which transfers are begun. */
export const TRANSFER_SORTS = ['order', 'name', 'site', 'size', 'state', 'added', 'finished'] as const;

/** Which transfers are shown, and in which order. */
export interface TransferQuery {
  readonly list: TransferList | 'all';
  readonly sort: { readonly by: (typeof TRANSFER_SORTS)[number]; readonly descending: boolean };
  /** Part of the name, a path or the site, in either case; empty: all. */
  readonly text: string;
  readonly direction: Direction | null;
  readonly state: TransferState | null;
}

/** Everything, in the order in which it is begun. */
export const WHOLE_QUEUE: TransferQuery = {
  list: 'all',
  sort: { by: 'order', descending: false },
  text: '',
  direction: null,
  state: null,
};

/** Whether a view shows whole lists in the order of the queue, which costs nothing to find. */
export const isQueueOrder = ({ sort, text, direction, state }: TransferQuery): boolean =>
  sort.by === 'order' && !sort.descending && text === '' && direction === null && state === null;

/** The transfers a command is for: by id, all that a view shows, or all of the site that one transfer belongs to. */
export type TransferSelection =
  | 'all'
  | readonly TransferId[]
  | { readonly query: TransferQuery }
  | { readonly siteOf: TransferId };

/** What a person drags or sends: one selected entry and where it stands. */
export interface TransferItem {
  readonly name: string;
  readonly type: FileType;
  readonly size: number | null;
  readonly modifiedMs: number | null;
  /** Nine characters `rwxr-xr-x`; null or left out where they are not known. */
  readonly permissions?: string | null | undefined;
}
