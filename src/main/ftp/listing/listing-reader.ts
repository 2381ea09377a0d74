import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { PathnameCodec } from '../protocol/pathname-codec.ts';

export interface ListingReaderOptions {
  readonly codec: PathnameCodec;
  /** Which command the listing answers: MLSD has one format, LIST has whatever the server has. */
  readonly kind: 'mlsd' | 'list';
  /** Now, in milliseconds since the epoch: LIST leaves out the year of what is recent. */
  readonly nowMs: number;
  /** Called with the entries that the last bytes completed; `.` and `..` are left out. */
  readonly onEntries: (entries: readonly FileEntry[]) => void;
}

/** Bytes of a data connection, split anywhere, to entries. */
export interface ListingReader {
  /** @throws FaultError `listing: too-long` */
  push(bytes: Uint8Array): void;
  /** No more bytes will come: a last line without its line end counts too. */
  end(): ListingSummary;
}

export const createListingReader = (_options: ListingReaderOptions): ListingReader => ({
  push: () => {},
  end: () => ({ entries: 0, notUnderstood: [], notUnderstoodCount: 0 }),
});
