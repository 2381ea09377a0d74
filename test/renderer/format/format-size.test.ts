import { describe, expect, test } from 'vitest';
import { formatCount, formatSize } from '../../../src/renderer/format/format-size.ts';

describe('formatSize', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [4_212, '4.2 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [268_435_456, '268 MB'],
    [5_000_000_000_000_000, '5.0 PB'],
  ])('%d is %s', (bytes, words) => {
    expect(formatSize(bytes, 'en')).toBe(words);
  });

  test('follows the language', () => {
    expect(formatSize(4_212, 'de')).toMatch(/^4,2\skB$/);
    expect(formatSize(12, 'de')).toBe('12 Byte');
  });
});

test('counts have the separators of the language', () => {
  expect(formatCount(100_000, 'en')).toBe('100,000');
  expect(formatCount(100_000, 'de')).toBe('100.000');
});
