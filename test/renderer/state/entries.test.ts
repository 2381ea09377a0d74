import { expect, test } from 'vitest';
import { totalSize } from '../../../src/renderer/browse/total-size.ts';
import { selectedEntries, toTransferItems, usable } from '../../../src/renderer/state/entries.ts';
import { paneOf } from '../../../src/renderer/state/panes.ts';
import { entry, tableOf } from '../listing/entries-fixture.ts';

test('the selected entries come in the order they are shown, and hidden ones never', () => {
  const table = tableOf([entry('a'), entry('b'), entry('.hidden')]);
  const pane = {
    ...paneOf('left'),
    table,
    order: Uint32Array.from([1, 0]),
    selection: { rows: new Set([0, 1, 2]), active: 0, anchor: 0 },
  };
  expect(selectedEntries(pane).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('names that cannot be joined to a path are left out', () => {
  const names = ['ok', '..', 'a/b', 'a\\b', '\uDC80'];
  expect(usable(names.map((name) => entry(name))).map(({ name }) => name)).toEqual(['ok', '\uDC80']);
});

test('a time counts only where its zone is known', () => {
  const at = (zone: 'utc' | 'unknown') => ({ modified: { epochMs: 5, precision: 'second', zone } as const });
  const items = toTransferItems([entry('a', at('utc')), entry('b', at('unknown')), entry('c')]);
  expect(items.map(({ modifiedMs }) => modifiedMs)).toEqual([5, null, null]);
});

test('the size of a selection is said only where it is known', () => {
  const table = tableOf([
    entry('a', { size: 1 }),
    entry('b', { size: 2 }),
    entry('unknown'),
    entry('folder', { size: 4096, type: 'directory' }),
  ]);
  expect(totalSize(table, new Set([0, 1]))).toBe(3);
  expect(totalSize(table, new Set([0, 2]))).toBeNull();
  expect(totalSize(table, new Set([0, 3]))).toBeNull();
});
