import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIORITIES, type Priority } from '#shared/model/transfer.ts';
import { priorityOf, STEP } from '../../../../src/main/transfer/kept/rank.ts';
import { moveRows, prioritizeRow } from '../../../../src/main/transfer/table/reorder.ts';
import type { TransferTable } from '../../../../src/main/transfer/table/transfer-table.ts';
import { batchOf } from '../batch-of.ts';
import { openTable, tableOf } from '../table-of.ts';

const fill = (table: TransferTable, count: number): void => {
  const batch = batchOf();
  const source = { type: 'file', modified: null, chosen: true } as const;
  const place = { kind: 'file', name: 'f', localPath: '/f', remotePath: '/f', size: 1 } as const;
  for (let index = 0; index < count; index++) table.add({ ...place, batch, source, direction: 'download' });
};

const order = (table: TransferTable): readonly number[] => table.page('all', 0, 100).map(({ id }) => id);

const handedOut = (table: TransferTable): readonly number[] => {
  const ids: number[] = [];
  for (let row = table.next('1', () => 'take'); row; row = table.next('1', () => 'take')) ids.push(row.id);
  return ids;
};

test('rows that are moved keep their order, stand before the one they were put before, and begin in that order', () => {
  const table = openTable();
  fill(table, 6);
  moveRows(table, [5, 4], 2);
  expect(order(table)).toEqual([1, 4, 5, 2, 3, 6]);
  moveRows(table, [1], null);
  expect(order(table)).toEqual([4, 5, 2, 3, 6, 1]);
  expect(handedOut(table)).toEqual([4, 5, 2, 3, 6, 1]);
});

test('at one place there is always room for one more', () => {
  const table = openTable();
  fill(table, 60);
  // Each of them halves what is free before row 2: soon nothing is.
  for (let id = 3; id <= 60; id++) moveRows(table, [id], 2);
  expect(order(table)).toEqual([1, ...Array.from({ length: 58 }, (_, index) => index + 3), 2]);
  expect(2 ** 58).toBeGreaterThan(STEP);
});

test('what goes to another priority stands behind all that have it, and rows that are moved there take it', () => {
  const table = openTable();
  fill(table, 4);
  const third = table.get(3);
  if (third) prioritizeRow(table, third, 'high');
  table.readAgain();
  expect(order(table)).toEqual([3, 1, 2, 4]);
  moveRows(table, [4], 3);
  expect(order(table)).toEqual([4, 3, 1, 2]);
  const fourth = table.get(4);
  expect(fourth && priorityOf(fourth.rank)).toBe('high');
});

test('any number of moves and priorities leave the order that a list of them would have', () => {
  const change = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      rows: fc.uniqueArray(fc.nat(7), { minLength: 1 }),
      before: fc.nat(8),
    }),
    fc.record({ kind: fc.constant('priority' as const), row: fc.nat(7), priority: fc.constantFrom(...PRIORITIES) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const table = tableOf();
      fill(table, 8);
      let model: readonly { readonly id: number; readonly priority: Priority }[] = order(table).map((id) => ({
        id,
        priority: 'normal',
      }));
      const sorted = (rows: typeof model): typeof model =>
        rows.toSorted((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
      for (const made of changes) {
        if (made.kind === 'priority') {
          const id = made.row + 1;
          const row = table.get(id);
          if (!row || priorityOf(row.rank) === made.priority) continue;
          prioritizeRow(table, row, made.priority);
          table.readAgain();
          model = sorted([...model.filter((one) => one.id !== id), { id, priority: made.priority }]);
        } else if (made.before < 8) {
          const ids = made.rows.map((index) => index + 1);
          const before = made.before + 1;
          moveRows(table, ids, before);
          if (ids.includes(before)) continue;
          const moved = model.filter(({ id }) => ids.includes(id));
          const others = model.filter(({ id }) => !ids.includes(id));
          const at = others.findIndex(({ id }) => id === before);
          const priority = others[at]?.priority ?? 'normal';
          model = [...others.slice(0, at), ...moved.map(({ id }) => ({ id, priority })), ...others.slice(at)];
        }
      }
      expect(order(table)).toEqual(model.map(({ id }) => id));
      expect(handedOut(table)).toEqual(model.map(({ id }) => id));
    }),
    { numRuns: 50 },
  );
});
