import { expect, test } from 'vitest';
import { compareSides } from '../../../src/renderer/prompts/compare-sides.ts';

const NO_MARKS = { newer: false, larger: false };

test('the newer and the larger file are marked, each for itself', () => {
  expect(compareSides({ size: 'smaller', time: 'newer' })).toEqual({
    source: { newer: true, larger: false },
    target: { newer: false, larger: true },
    same: false,
  });
});

test('what is the same in both is told', () => {
  expect(compareSides({ size: 'same', time: 'same' })).toEqual({ source: NO_MARKS, target: NO_MARKS, same: true });
});

test('what nobody knows is neither marked nor called the same', () => {
  const nothing = { source: NO_MARKS, target: NO_MARKS, same: false };
  expect(compareSides({ size: null, time: null })).toEqual(nothing);
  expect(compareSides({ size: 'same', time: null })).toEqual(nothing);
});
