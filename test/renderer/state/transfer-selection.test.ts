import { expect, test } from 'vitest';
import {
  isEmptySelection,
  isSelected,
  NOTHING_SELECTED,
  selectEverything,
  selectOne,
  selectSpan,
  spanTo,
  toggleOne,
} from '../../../src/renderer/state/transfer-selection.ts';

test('a click selects one row and begins a range there', () => {
  const one = selectOne(4, 44);
  expect(isSelected(one, 44)).toBe(true);
  expect(isSelected(one, 45)).toBe(false);
  expect(spanTo(one, 7)).toEqual({ offset: 4, count: 4 });
  expect(spanTo(one, 2)).toEqual({ offset: 2, count: 3 });
});

test('a range keeps its anchor while its end moves', () => {
  const range = selectSpan(selectOne(4, 44), 6, [44, 45, 46]);
  expect(range).toMatchObject({ focus: 6, anchor: 4 });
  expect(spanTo(range, 3)).toEqual({ offset: 3, count: 2 });
});

test('toggling adds and takes away', () => {
  const two = toggleOne(selectOne(1, 11), 3, 33);
  expect([isSelected(two, 11), isSelected(two, 33)]).toEqual([true, true]);
  expect(isSelected(toggleOne(two, 1, 11), 11)).toBe(false);
  expect(isEmptySelection(toggleOne(selectOne(1, 11), 1, 11))).toBe(true);
});

test('everything is selected without knowing the ids, and toggling then begins anew', () => {
  const all = selectEverything(selectOne(2, 22));
  expect(isSelected(all, 123_456)).toBe(true);
  expect(isEmptySelection(all)).toBe(false);
  expect(toggleOne(all, 5, 55).ids).toEqual(new Set([55]));
});

test('in the beginning nothing is selected', () => expect(isEmptySelection(NOTHING_SELECTED)).toBe(true));
