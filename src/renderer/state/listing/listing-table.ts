import type { FileEntry, FileTime, FileType } from '#shared/ftp/file-entry.ts';
import type { EntryChunk } from '#shared/model/entry-chunk.ts';

/** An entry and how its name reads; the name itself stands for its bytes, whatever they are read as. */
export interface ListedEntry extends FileEntry {
  readonly shown: string;
}

/** The row of a `ListingTable`: its place in the order the listing came in. It never changes. */
export type Row = number;

/**
 * A listing as columns, grown chunk by chunk. Rows are only ever added, so that a row number names the same entry for
 * as long as the table lives, and nothing is copied when the next 500 come.
 */
export class ListingTable {
  readonly names: string[] = [];
  /** The names as they read. */
  readonly shown: string[] = [];
  readonly types: FileType[] = [];
  /** Bytes; -1 where the listing does not say. */
  readonly sizes: number[] = [];
  /** Milliseconds since the epoch; NaN where the listing does not say. */
  readonly modified: number[] = [];
  readonly permissions: (string | null)[] = [];
  readonly #precisions: FileTime['precision'][] = [];
  readonly #zoned: number[] = [];
  readonly #owners: (string | null)[] = [];
  readonly #groups: (string | null)[] = [];
  readonly #targets: (string | null)[] = [];

  get count(): number {
    return this.names.length;
  }

  /** Takes a chunk in; its rows are the numbers from the old count to the new. */
  push(chunk: EntryChunk): void {
    for (let index = 0; index < chunk.count; index += 1) {
      const name = chunk.names[index] ?? '';
      this.names.push(name);
      this.shown.push(chunk.shown?.[index] ?? name);
      this.types.push(chunk.types[index] ?? 'other');
      this.sizes.push(chunk.sizes[index] ?? -1);
      this.modified.push(chunk.modified[index] ?? Number.NaN);
      this.permissions.push(chunk.permissions[index] ?? null);
      this.#precisions.push(chunk.precisions[index] ?? 'second');
      this.#zoned.push(chunk.zoned[index] ?? 0);
      this.#owners.push(chunk.owners[index] ?? null);
      this.#groups.push(chunk.groups[index] ?? null);
      this.#targets.push(chunk.targets[index] ?? null);
    }
  }

  /** The whole entry of a row, or null where there is no such row. */
  entry(row: Row): ListedEntry | null {
    const name = this.names[row];
    const type = this.types[row];
    if (name === undefined || type === undefined) return null;
    const size = this.sizes[row] ?? -1;
    return {
      name,
      shown: this.shown[row] ?? name,
      type,
      size: size < 0 ? null : size,
      modified: this.#time(row),
      permissions: this.permissions[row] ?? null,
      owner: this.#owners[row] ?? null,
      group: this.#groups[row] ?? null,
      target: this.#targets[row] ?? null,
    };
  }

  #time(row: Row): FileTime | null {
    const epochMs = this.modified[row] ?? Number.NaN;
    if (Number.isNaN(epochMs)) return null;
    return { epochMs, precision: this.#precisions[row] ?? 'second', zone: this.#zoned[row] === 1 ? 'utc' : 'unknown' };
  }
}
