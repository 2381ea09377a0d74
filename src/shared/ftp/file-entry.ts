import type { Pathname } from './pathname.ts';

/** What an entry is; `unknown` where a listing of names alone does not say, and only CWD would tell. */
export type FileType = 'file' | 'directory' | 'link' | 'other' | 'unknown';

/** A time as the server gave it: how fine it is, and whether its zone is known. */
export interface FileTime {
  /** Milliseconds since 1970-01-01T00:00Z, of the wall clock read as if it were UTC where the zone is not known. */
  readonly epochMs: number;
  readonly precision: 'day' | 'minute' | 'second' | 'millisecond';
  readonly zone: 'utc' | 'unknown';
}

/** One line of a directory listing, or one file of the local disk. */
export interface FileEntry {
  readonly name: Pathname;
  readonly type: FileType;
  /** Bytes; null where the listing does not say. */
  readonly size: number | null;
  readonly modified: FileTime | null;
  /** Nine characters `rwxr-xr-x`; null where the listing does not say. */
  readonly permissions: string | null;
  readonly owner: string | null;
  readonly group: string | null;
  /** Where a link points; null for anything else or where it is not said. */
  readonly target: Pathname | null;
}

/** Whether an entry has to be dealt with as a directory until the server has shown that it is none. */
export const mayBeDirectory = ({ type }: Pick<FileEntry, 'type'>): boolean =>
  type === 'directory' || type === 'unknown';

/** An entry of which nothing but this is known. */
export const bareEntry = (name: Pathname, type: FileType, size: number | null = null): FileEntry => ({
  name,
  type,
  size,
  modified: null,
  permissions: null,
  owner: null,
  group: null,
  target: null,
});

/** What a listing amounts to besides its entries. */
export interface ListingSummary {
  readonly entries: number;
  /** Lines no format understood, as they came (decoded, at most 1,000 kept), and how many there were. */
  readonly notUnderstood: readonly string[];
  readonly notUnderstoodCount: number;
}

/**
 * Zoned times as `2026-11-20T10:00:00Z`, others as `2026-11-20T10:00` or `2026-11-20`: a Z stands only where the
 * zone is known, and no more digits than the server gave.
 */
export const formatFileTime = (time: FileTime): string => {
  const iso = new Date(time.epochMs).toISOString();
  const mark = time.zone === 'utc' ? 'Z' : '';
  switch (time.precision) {
    case 'day':
      return iso.slice(0, 10);
    case 'minute':
      return iso.slice(0, 16) + mark;
    case 'second':
      return iso.slice(0, 19) + mark;
    case 'millisecond':
      return iso.slice(0, 23) + mark;
  }
};
