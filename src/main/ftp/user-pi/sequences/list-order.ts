import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { createListingReader, type ListingKind, type ListingReader } from '../../listing/listing-reader.ts';
import { zonedEntries } from '../../listing/zoned-entries.ts';
import type { Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { zoneOf } from './server-zone.ts';

/** A directory to list, and who is to be told of it. */
export interface ListOrder {
  readonly path: Pathname;
  readonly signal: AbortSignal | null;
  readonly onEntries: (entries: readonly FileEntry[]) => void;
  readonly turn: Turn;
}

/** What one command listed. */
export interface Listed {
  readonly summary: ListingSummary;
  /** Bytes of the listing. */
  readonly bytes: number;
  readonly completion: Reply;
}

/** Whether what came was a listing: an empty one is, one of which no line could be read is not. */
export const isUnderstood = ({ summary }: Listed): boolean => summary.entries > 0 || summary.notUnderstoodCount === 0;

/**
 * A reader of the listing of `order`, in the format that the site says.
 *
 * @param onListed told of entries as the server wrote them, before their times are put in UTC
 */
export const readerOf = (
  interpreter: Interpreter,
  order: ListOrder,
  kind: ListingKind,
  onListed: (entries: readonly FileEntry[]) => void = () => {},
): ListingReader => {
  const { codec, options } = interpreter;
  const zone = kind === 'list' ? zoneOf(interpreter) : null;
  return createListingReader({
    codec,
    kind,
    format: options.listing.format,
    directory: order.path,
    nowMs: Date.now(),
    onEntries(entries) {
      onListed(entries);
      order.onEntries(zone === null ? entries : zonedEntries(entries, zone));
    },
  });
};
