import { describe, expect, test } from 'vitest';
import {
  carryOver,
  extendTo,
  moveActive,
  NOTHING_SELECTED,
  restrictTo,
  selectAll,
  selectOnly,
  stepFrom,
  toggleRow,
} from '../../../src/renderer/state/listing/selection.ts';

/** Shown in an order that is not the rows' own. */
const ORDER = Uint32Array.from([3, 1, 4, 0, 2]);
const rowsOf = (selection: { readonly rows: ReadonlySet<number> }): readonly number[] => [...selection.rows].sort();

describe('a click', () => {
  test('selects one row', () => {
    expect(selectOnly(4)).toEqual({ rows: new Set([4]), active: 4, anchor: 4 });
  });

  test('with Ctrl takes a row in and out again', () => {
    const both = toggleRow(selectOnly(4), 1);
    expect(rowsOf(both)).toEqual([1, 4]);
    expect(rowsOf(toggleRow(both, 4))).toEqual([1]);
  });

  test('with Shift takes everything from the anchor as it is shown, in either direction', () => {
    expect(rowsOf(extendTo(selectOnly(1), ORDER, 0))).toEqual([0, 1, 4]);
    expect(rowsOf(extendTo(selectOnly(0), ORDER, 1))).toEqual([0, 1, 4]);
  });

  test('with Shift once more begins from the same anchor', () => {
    const first = extendTo(selectOnly(1), ORDER, 0);
    expect(rowsOf(extendTo(first, ORDER, 3))).toEqual([1, 3]);
  });

  test('with Shift and an anchor that is gone selects the row alone', () => {
    expect(extendTo(selectOnly(99), ORDER, 4)).toEqual(selectOnly(4));
  });
});

describe('keys', () => {
  test('step within what is shown and stop at its ends', () => {
    expect(stepFrom(selectOnly(3), ORDER, 1)).toBe(1);
    expect(stepFrom(selectOnly(3), ORDER, -1)).toBe(3);
    expect(stepFrom(selectOnly(1), ORDER, 100)).toBe(2);
    expect(stepFrom(selectOnly(1), ORDER, 'first')).toBe(3);
    expect(stepFrom(selectOnly(1), ORDER, 'last')).toBe(2);
  });

  test('begin at the first row or the last where nothing is active', () => {
    expect(stepFrom(NOTHING_SELECTED, ORDER, 1)).toBe(3);
    expect(stepFrom(NOTHING_SELECTED, ORDER, -1)).toBe(2);
    expect(stepFrom(NOTHING_SELECTED, new Uint32Array(0), 1)).toBeNull();
  });

  test('with Ctrl move without selecting', () => {
    expect(moveActive(selectOnly(3), 1)).toEqual({ rows: new Set([3]), active: 1, anchor: 3 });
  });
});

test('everything is selected with the keyboard left where it is', () => {
  const all = selectAll(selectOnly(4), ORDER);
  expect(rowsOf(all)).toEqual([0, 1, 2, 3, 4]);
  expect(all.active).toBe(4);
  expect(selectAll(NOTHING_SELECTED, ORDER).active).toBe(3);
});

test('a refresh keeps the names that are still there', () => {
  const before = { rows: new Set([0, 1]), active: 1, anchor: 0 };
  const names = ['kept', 'gone'];
  expect(carryOver(before, (row) => names[row], new Map([['kept', 7]]))).toEqual({
    rows: new Set([7]),
    active: null,
    anchor: 7,
  });
});

test('what is hidden is not selected any more', () => {
  const all = { rows: new Set([0, 1, 4]), active: 4, anchor: 1 };
  expect(restrictTo(all, Uint32Array.from([1, 0]))).toEqual({ rows: new Set([0, 1]), active: null, anchor: 1 });
});
