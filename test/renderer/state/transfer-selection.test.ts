import { describe, expect, test } from 'vitest';
import {
  afterRead,
  isEmptySelection,
  isSelected,
  NOTHING_SELECTED,
  reordered,
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

describe('once rows were read again', () => {
  const part = (ids: number[], offset = 0, total = 100) => ({ offset, total, ids });

  test('the focus goes with its transfer, and the place where a range begins with it', () => {
    const range = selectSpan(selectOne(4, 44), 6, [44, 45, 46]);
    expect(afterRead(range, part([44, 45, 46], 2))).toMatchObject({ focus: 4, anchor: 2 });
    expect(afterRead(range, part([7, 8, 9], 50))).toBe(range);
  });

  test('the focus stays in its row where its transfer has left', () => {
    expect(afterRead(selectOne(1, 11), part([10, 12, 13]))).toMatchObject({ focus: 1 });
  });

  test('what has left is not selected any more, where all that is there was read', () => {
    const two = toggleOne(selectOne(1, 11), 2, 12);
    expect(afterRead(two, part([10, 12], 0, 2)).ids).toEqual(new Set([12]));
    expect(afterRead(two, part([10, 12], 0, 3)).ids).toEqual(new Set([11, 12]));
    expect(afterRead(two, part([], 0, 0))).toBe(NOTHING_SELECTED);
    expect(afterRead(selectEverything(two), part([10, 12], 0, 2)).ids).toBe('all');
  });
});

test('rows put before another one keep their order', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => ({ id }));
  const order = (moved: number[], before: number | null) => reordered(rows, new Set(moved), before).map(({ id }) => id);
  expect(order([4, 2], 1)).toEqual([2, 4, 1, 3, 5]);
  expect(order([1], null)).toEqual([2, 3, 4, 5, 1]);
  expect(order([1, 2], 5)).toEqual([3, 4, 1, 2, 5]);
});
