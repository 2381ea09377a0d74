import { expect, test } from 'vitest';
import { toChunk } from '#shared/model/entry-chunk.ts';
import { ListingTable } from '../../../src/renderer/state/listing/listing-table.ts';
import { entry, tableOf } from './entries-fixture.ts';

const WHOLE = entry('a', {
  type: 'link',
  size: 0,
  modified: { epochMs: 1, precision: 'day', zone: 'unknown' },
  permissions: 'rwxr-xr-x',
  owner: 'o',
  group: 'g',
  target: 't',
});

test('gives back what a chunk held, chunk after chunk', () => {
  const table = new ListingTable();
  table.push(toChunk([WHOLE]));
  table.push(toChunk([entry('b'), entry('c', { size: 5 })]));
  expect(table.count).toBe(3);
  expect([0, 1, 2].map((row) => table.entry(row))).toEqual([WHOLE, entry('b'), entry('c', { size: 5 })]);
});

test('tells an empty file from one of unknown size', () => {
  const table = tableOf([entry('empty', { size: 0 }), entry('unknown')]);
  expect([table.entry(0)?.size, table.entry(1)?.size]).toEqual([0, null]);
});

test('has no entry for a row that is not there', () => {
  expect(tableOf([entry('a')]).entry(1)).toBeNull();
});
