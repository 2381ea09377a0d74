import { describe, expect, test } from 'vitest';
import { findTyped, NOTHING_TYPED, typeKey } from '../../../src/renderer/state/listing/type-to-find.ts';

const NAMES = ['alpha', 'Apple', 'beta', 'bell', 'Ärger'];
const ORDER = Uint32Array.from([0, 1, 2, 3, 4]);
const find = (typed: string, active: number | null = null): number | null => findTyped(ORDER, NAMES, active, typed);

describe('findTyped', () => {
  test('stands on the first name that begins so, whatever its case', () => {
    expect(find('b')).toBe(2);
    expect(find('AP')).toBe(1);
    expect(find('är')).toBe(4);
  });

  test('steps on with the same letter again, and round', () => {
    expect(find('b', 2)).toBe(3);
    expect(find('bb', 3)).toBe(2);
  });

  test('stays on a row that a longer word still fits', () => {
    expect(find('bet', 2)).toBe(2);
    expect(find('bel', 2)).toBe(3);
  });

  test('finds nothing where nothing begins so', () => {
    expect(find('x')).toBeNull();
    expect(find('')).toBeNull();
    expect(findTyped(new Uint32Array(0), [], null, 'a')).toBeNull();
  });
});

test('a letter goes on with the word until one has paused', () => {
  const first = typeKey(NOTHING_TYPED, 'a', 5_000);
  const second = typeKey(first, 'p', 5_400);
  expect(second.text).toBe('ap');
  expect(typeKey(second, 'b', 7_000).text).toBe('b');
});
