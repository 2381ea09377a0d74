import type { ListingTable, Row } from '../state/listing/listing-table.ts';

/** The bytes of the files among some rows; null where a folder or an unknown size leaves it open. */
export const totalSize = (table: ListingTable, rows: ReadonlySet<Row>): number | null => {
  let total = 0;
  for (const row of rows) {
    const size = table.sizes[row] ?? -1;
    if (size < 0 || table.types[row] === 'directory') return null;
    total += size;
  }
  return total;
};
