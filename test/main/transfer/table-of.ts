import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/main/store/database.ts';
import type { Batch } from '../../../src/main/transfer/batches/batch.ts';
import { RowStore } from '../../../src/main/transfer/kept/row-store.ts';
import { UNTOUCHED } from '../../../src/main/transfer/rows/transfer-row.ts';
import { type TableParts, TransferTable } from '../../../src/main/transfer/table/transfer-table.ts';
import { batchOf } from './batch-of.ts';

/** A table over a store in memory, whose rows are all of batches that `batchOf` made. */
export const tableOf = (
  listeners: Pick<TableParts, 'changed' | 'finished'> = {},
  {
    batch = batchOf(),
    database = openDatabase(':memory:'),
  }: { readonly batch?: Batch; readonly database?: ReturnType<typeof openDatabase> } = {},
): TransferTable => {
  const table = new TransferTable({
    outlasts: true,
    ...listeners,
    store: new RowStore(database),
    revive: ({ from, batchId, ...kept }) => ({ ...kept, ...UNTOUCHED, batch, siteTitle: batch.siteTitle, from: null }),
  });
  return table;
};

/** As `tableOf`, closed when the test is over. */
export const openTable = (...parts: Parameters<typeof tableOf>): TransferTable => {
  const table = tableOf(...parts);
  onTestFinished(() => table.close());
  return table;
};
