import { describe, expect, test } from 'vitest';
import { LIST_OF, type TransferSelection, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { openDatabase } from '../../../../src/main/store/database.ts';
import { addFolding } from '../../../../src/main/transfer/kept/query-sql.ts';
import { selected } from '../../../../src/main/transfer/kept/selection-sql.ts';
import type { TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { BulkChanges } from '../../../../src/main/transfer/table/bulk-changes.ts';
import { batchOf } from '../batch-of.ts';
import { openTable } from '../table-of.ts';

/** More than fit in one turn. */
const MANY = 4_500;

const start = (count = MANY) => {
  const database = openDatabase(':memory:');
  addFolding(database);
  const batch = batchOf();
  const table = openTable({}, { batch, database });
  const idle = Promise.withResolvers<void>();
  const bulk = new BulkChanges(table, () => idle.resolve());
  const add = (index: number, root?: TransferRow): TransferRow =>
    table.add({
      batch,
      direction: 'download',
      source: { type: 'file', modified: null, chosen: true },
      kind: 'file',
      name: `file ${index}`,
      localPath: `/here/file ${index}`,
      remotePath: `/there/file ${index}`,
      size: 10,
      ...(root && { root }),
    });
  for (let index = 1; index <= count; index++) add(index);
  return { table, bulk, idle: idle.promise, add };
};

const statesOf = (table: ReturnType<typeof start>['table']): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (let offset = 0; ; offset += 500) {
    const rows = table.page('all', offset, 500);
    for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
    if (rows.length < 500) return counts;
  }
};

test('more rows than fit in one turn get another state in several, and all counts follow', async () => {
  const { table, bulk, idle } = start();
  const held = table.get(17);
  bulk.change(selected('all'), ['waiting'], 'paused');
  bulk.start();
  expect(bulk.busy).toBe(true);
  await idle;
  expect(statesOf(table)).toEqual({ paused: MANY });
  expect(table.counts.tally.counts).toMatchObject({ waiting: 0, paused: MANY });
  expect(table.waiting('1')).toBe(0);
  expect(held?.state).toBe('paused');
  expect(table.next('1', () => 'take')).toBeNull();
});

test('nothing is changed before the rows are counted, and what was asked for is done in its order', async () => {
  const { table, bulk, idle } = start(10);
  bulk.change(selected('all'), ['waiting'], 'paused');
  bulk.change(selected([3]), ['paused'], 'waiting');
  expect(table.counts.tally.counts.waiting).toBe(10);
  bulk.start();
  await idle;
  expect(table.counts.tally.counts).toMatchObject({ waiting: 1, paused: 9 });
  expect(table.next('1', () => 'take')?.id).toBe(3);
});

test('what was asked for before the end is done, and nothing after', async () => {
  const { table, bulk } = start();
  bulk.start();
  bulk.change(selected('all'), ['waiting'], 'cancelled');
  expect(table.counts.tally.counts.cancelled).toBeLessThan(MANY);
  const finished = bulk.finish();
  bulk.change(selected('all'), ['cancelled'], 'waiting');
  await finished;
  expect(statesOf(table)).toEqual({ cancelled: MANY });
  await bulk.finish();
});

test('an end before the rows are counted waits for nothing', async () => {
  const { table, bulk } = start(10);
  bulk.change(selected('all'), ['waiting'], 'cancelled');
  await bulk.finish();
  bulk.start();
  expect(table.counts.tally.counts).toMatchObject({ waiting: 10, cancelled: 0 });
});

test('rows that are taken out are gone from the lists, the counts and the memory', async () => {
  const { table, bulk, idle } = start();
  const rows = Array.from({ length: MANY }, (_, index) => table.get(index + 1));
  for (const row of rows) if (row && row.id % 3 === 0) table.setState(row, 'done');
  bulk.remove(selected('all'), ['done']);
  bulk.start();
  await idle;
  expect(statesOf(table)).toEqual({ waiting: MANY - MANY / 3 });
  expect(table.get(3)).toBeUndefined();
  expect(table.counts.blocks.total('finished')).toBe(0);
});

describe('a selection', () => {
  const chosen = (selection: TransferSelection): readonly number[] => {
    const { table, add } = start(5);
    const folder = table.get(5);
    if (folder) {
      folder.kind = 'folder';
      add(6, folder);
      add(7, folder);
    }
    table.flush();
    return table.store.ids(selected(selection), 0, 100);
  };

  test('by ids takes what is in a folder along', () => expect(chosen([1, 5])).toEqual([1, 5, 6, 7]));
  test('of all is all', () => expect(chosen('all')).toHaveLength(7));
  test('of one site is what goes to that site', () => expect(chosen({ siteOf: 2 })).toHaveLength(7));
  test('of a view is what it shows', () => expect(chosen({ query: { ...WHOLE_QUEUE, text: 'FILE 6' } })).toEqual([6]));
  test('of a view with a state nobody is in is empty', () =>
    expect(chosen({ query: { ...WHOLE_QUEUE, state: 'failed' } })).toEqual([]));
});

test('a folder is done when the last of its files is', () => {
  const { table, add } = start(1);
  const folder = table.get(1);
  if (!folder) throw new Error('no folder');
  folder.kind = 'folder';
  const [one, two] = [add(2, folder), add(3, folder)];
  table.setState(folder, 'moving');
  table.setState(one, 'failed');
  expect(folder.state).toBe('moving');
  table.setState(two, 'done');
  expect(folder.state).toBe('done');
  expect(table.folder(folder)).toMatchObject({ files: 2, finished: 1, failed: 1, size: 20 });
  expect(LIST_OF[folder.state]).toBe('finished');
});
