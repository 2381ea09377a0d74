import { expect, test } from 'vitest';
import { compareSides } from '../../../src/renderer/prompts/compare-sides.ts';

const side = (size: number | null, modifiedMs: number | null) => ({ site: null, size, modifiedMs });
const NO_MARKS = { newer: false, larger: false };

test('the newer and the larger file are marked, each for itself', () => {
  expect(compareSides({ source: side(10, 100_000), target: side(20, 50_000) })).toEqual({
    source: { newer: true, larger: false },
    target: { newer: false, larger: true },
    same: false,
  });
});

test('times within two seconds are the same time', () => {
  const sides = compareSides({ source: side(10, 12_000), target: side(10, 10_000) });
  expect(sides).toEqual({ source: NO_MARKS, target: NO_MARKS, same: true });
  expect(compareSides({ source: side(10, 12_001), target: side(10, 10_000) }).source.newer).toBe(true);
});

test('what one side does not say is not compared, and is never called the same', () => {
  expect(compareSides({ source: side(10, null), target: side(10, 5) })).toEqual({
    source: NO_MARKS,
    target: NO_MARKS,
    same: false,
  });
  expect(compareSides({ source: side(null, 5), target: side(3, 5) }).target.larger).toBe(false);
});
