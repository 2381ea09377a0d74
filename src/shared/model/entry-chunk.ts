import type { FileEntry, FileTime, FileType } from '../ftp/file-entry.ts';

/**
 * Up to 500 entries of a listing as columns: 100,000 rows clone in 3 ms this way and in 89 ms as objects. Row i of
 * every column belongs together.
 */
export interface EntryChunk {
  readonly count: number;
  readonly names: readonly string[];
  /** The names as they read, null for those that read as they are; null where that is so of all. */
  readonly shown: readonly (string | null)[] | null;
  readonly types: readonly FileType[];
  /** -1 where the listing does not say. */
  readonly sizes: Float64Array;
  /** Milliseconds since the epoch; NaN where the listing does not say. */
  readonly modified: Float64Array;
  readonly precisions: readonly FileTime['precision'][];
  /** 1 where the zone of the time is known. */
  readonly zoned: Uint8Array;
  readonly permissions: readonly (string | null)[];
  readonly owners: readonly (string | null)[];
  readonly groups: readonly (string | null)[];
  readonly targets: readonly (string | null)[];
}

export const CHUNK_ROWS = 500;

/**
 * Entries as one chunk to send.
 * @param read how a name, and whatever else may hold bytes that are not UTF-8, reads
 */
export const toChunk = (
  entries: readonly FileEntry[],
  read: (text: string) => string = (text) => text,
): EntryChunk => ({
  count: entries.length,
  names: entries.map((entry) => entry.name),
  shown: shownNames(entries, read),
  types: entries.map((entry) => entry.type),
  sizes: Float64Array.from(entries, (entry) => entry.size ?? -1),
  modified: Float64Array.from(entries, (entry) => entry.modified?.epochMs ?? Number.NaN),
  precisions: entries.map((entry) => entry.modified?.precision ?? 'second'),
  zoned: Uint8Array.from(entries, (entry) => (entry.modified?.zone === 'utc' ? 1 : 0)),
  permissions: entries.map((entry) => entry.permissions),
  owners: entries.map((entry) => entry.owner && read(entry.owner)),
  groups: entries.map((entry) => entry.group && read(entry.group)),
  targets: entries.map((entry) => entry.target && read(entry.target)),
});

const shownNames = (
  entries: readonly FileEntry[],
  read: (text: string) => string,
): readonly (string | null)[] | null => {
  let differs = false;
  const shown = entries.map(({ name }) => {
    const text = read(name);
    if (text === name) return null;
    differs = true;
    return text;
  });
  return differs ? shown : null;
};
