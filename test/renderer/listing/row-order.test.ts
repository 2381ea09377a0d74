import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRows,
  insertRows,
  nameCollator,
  type Sort,
  type SortColumn,
} from '../../../src/renderer/state/listing/row-order.ts';
import { entry, namesIn, tableOf } from './entries-fixture.ts';

const COLLATOR = nameCollator('en');
const sorted = (entries: Parameters<typeof tableOf>[0], sort: Sort): readonly (string | undefined)[] => {
  const table = tableOf(entries);
  const rows = entries.map((_, row) => row);
  return namesIn(table, insertRows(new Uint32Array(0), rows, compareRows(table, sort, COLLATOR)));
};
const by = (column: SortColumn, descending = false): Sort => ({ column, descending });

describe('compareRows', () => {
  test('counts as people do', () => {
    const names = ['photo 10', 'photo 2', 'Photo 1'].map((name) => entry(name));
    expect(sorted(names, by('name'))).toEqual(['Photo 1', 'photo 2', 'photo 10']);
  });

  test('keeps folders first in either direction', () => {
    const entries = [entry('b'), entry('z', { type: 'directory' }), entry('a'), entry('y', { type: 'directory' })];
    expect(sorted(entries, by('name'))).toEqual(['y', 'z', 'a', 'b']);
    expect(sorted(entries, by('name', true))).toEqual(['z', 'y', 'b', 'a']);
  });

  test('puts an unknown size before an empty file, and equal sizes by their names in either direction', () => {
    const entries = [entry('c', { size: 1 }), entry('b', { size: 1 }), entry('empty', { size: 0 }), entry('unknown')];
    expect(sorted(entries, by('size'))).toEqual(['unknown', 'empty', 'b', 'c']);
    expect(sorted(entries, by('size', true))).toEqual(['b', 'c', 'empty', 'unknown']);
  });

  test('sorts by time, with unknown times before all others', () => {
    const at = (epochMs: number) => ({ modified: { epochMs, precision: 'second', zone: 'utc' } as const });
    const entries = [entry('new', at(2_000)), entry('old', at(-1)), entry('unknown')];
    expect(sorted(entries, by('modified'))).toEqual(['unknown', 'old', 'new']);
  });

  test('sorts by permissions', () => {
    const entries = [entry('open', { permissions: 'rwxrwxrwx' }), entry('closed', { permissions: 'r--------' })];
    expect(sorted(entries, by('permissions'))).toEqual(['closed', 'open']);
  });

  test('never takes two rows for the same, so that the same name twice stays in the order it came', () => {
    const table = tableOf([entry('a'), entry('a')]);
    expect(compareRows(table, by('name'), COLLATOR)(0, 1)).toBeLessThan(0);
    expect(compareRows(table, by('name', true), COLLATOR)(0, 1)).toBeGreaterThan(0);
  });
});

describe('insertRows', () => {
  const columns = fc.constantFrom<SortColumn>('name', 'size', 'modified', 'permissions');

  test('in any portions gives what sorting all at once gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(3), fc.boolean())),
        columns,
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (facts, column, descending, portion) => {
          const table = tableOf(
            facts.map(([name, size, folder]) => entry(name, { size, type: folder ? 'directory' : 'file' })),
          );
          const compare = compareRows(table, { column, descending }, COLLATOR);
          const rows = facts.map((_, row) => row);
          let order: Uint32Array = new Uint32Array(0);
          for (let from = 0; from < rows.length; from += portion) {
            order = insertRows(order, rows.slice(from, from + portion), compare);
          }
          expect([...order]).toEqual(rows.toSorted(compare));
        },
      ),
    );
  });

  test('needs about one comparison a row where the listing comes sorted', () => {
    const table = tableOf(Array.from({ length: 2_000 }, (_, index) => entry(`file ${index}`)));
    const compare = compareRows(table, by('name'), COLLATOR);
    let comparisons = 0;
    const counted = (a: number, b: number): number => {
      comparisons += 1;
      return compare(a, b);
    };
    let order: Uint32Array = new Uint32Array(0);
    for (let from = 0; from < 2_000; from += 500) {
      order = insertRows(
        order,
        Array.from({ length: 500 }, (_, index) => from + index),
        counted,
      );
    }
    expect(order).toHaveLength(2_000);
    expect(comparisons).toBeLessThan(2_000 * 3);
  });
});
