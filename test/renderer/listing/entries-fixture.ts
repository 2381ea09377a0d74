import { bareEntry } from '#shared/ftp/file-entry.ts';
import { toChunk } from '#shared/model/entry-chunk.ts';
import { type ListedEntry, ListingTable } from '../../../src/renderer/state/listing/listing-table.ts';

/** An entry of which only what matters to the test has to be said. */
export const entry = (name: string, rest: Partial<ListedEntry> = {}): ListedEntry => ({
  ...bareEntry(name, 'file'),
  shown: name,
  ...rest,
});

export const tableOf = (entries: readonly ListedEntry[]): ListingTable => {
  const table = new ListingTable();
  table.push(toChunk(entries));
  return table;
};

export const namesIn = (table: ListingTable, order: Uint32Array): readonly (string | undefined)[] =>
  Array.from(order, (row) => table.names[row]);
