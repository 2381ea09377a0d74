import { expect, test } from 'vitest';
import { type TransferQuery, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { openDatabase } from '../../../../src/main/store/database.ts';
import { createFindIds } from '../../../../src/main/transfer/kept/find-ids.ts';
import { idsSql } from '../../../../src/main/transfer/kept/query-sql.ts';
import { batchOf } from '../batch-of.ts';
import { openTable } from '../table-of.ts';

const NAMES = [
  'Äpfel.txt',
  'zebra.txt',
  'Banane.txt',
  'caf\udce9.txt',
  'back\\slash',
  'quote".txt',
  '100%.txt',
  'a_b.txt',
];

const start = () => {
  const database = openDatabase(':memory:');
  const findIds = createFindIds(database);
  const table = openTable({}, { database });
  const batch = batchOf();
  for (const [index, name] of NAMES.entries()) {
    table.add({
      batch,
      direction: index % 2 === 0 ? 'download' : 'upload',
      source: { type: 'file', modified: null, chosen: true },
      kind: 'file',
      name,
      localPath: `/here/${name}`,
      remotePath: `/there/${name}`,
      size: NAMES.length - index,
    });
  }
  table.flush();
  const find = async (part: Partial<TransferQuery>): Promise<readonly (string | undefined)[]> =>
    [...(await findIds(idsSql({ ...WHOLE_QUEUE, ...part })))].map((id) => table.get(id)?.name);
  return { table, find };
};

const by = (key: TransferQuery['sort']['by'], descending = false): Partial<TransferQuery> => ({
  sort: { by: key, descending },
});

test.each([
  ['äPFEL', ['Äpfel.txt']],
  ['\\', ['back\\slash']],
  ['"', ['quote".txt']],
  ['%', ['100%.txt']],
  ['_', ['a_b.txt']],
  ['\udce9', ['caf\udce9.txt']],
  ['/there/z', ['zebra.txt']],
  ['nowhere', []],
])('%s finds %j, and means nothing but itself', async (text, names) => {
  expect(await start().find({ text })).toEqual(names);
});

test('rows are sorted by name whatever its case, by size, and back again', async () => {
  const { find } = start();
  expect((await find(by('name'))).slice(0, 4)).toEqual(['100%.txt', 'a_b.txt', 'back\\slash', 'Banane.txt']);
  expect(await find(by('size'))).toEqual(NAMES.toReversed());
  expect(await find(by('size', true))).toEqual(NAMES);
  expect(await find(by('order', true))).toEqual(NAMES.toReversed());
});

test('a list, a direction and a state go together', async () => {
  const { table, find } = start();
  for (const id of [1, 2, 3]) {
    const row = table.get(id);
    if (row) table.setState(row, 'failed');
  }
  table.flush();
  expect(await find({ list: 'failed', direction: 'download' })).toEqual(['Äpfel.txt', 'Banane.txt']);
  expect(await find({ list: 'failed', state: 'unknown' })).toEqual([]);
  expect(await find({ list: 'queue' })).toHaveLength(5);
});
