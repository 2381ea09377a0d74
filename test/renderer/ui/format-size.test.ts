import { expect, test } from 'vitest';
import { formatExactSize, formatRate, formatSize } from '../../../src/renderer/ui/format-size.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [268_435_456, '268.4 MB'],
  [5e15, '5,000.0 TB'],
])('%i bytes are written %s', (bytes, expected) => expect(formatSize(bytes, 'en')).toBe(expected));

test('sizes follow the habits of the language', () => {
  expect(formatSize(1_500_000, 'de')).toMatch(/^1,5\sMB$/);
  expect(formatExactSize(268_435_456, 'de')).toBe('268.435.456 Byte');
  expect(formatExactSize(268_435_456, 'en')).toBe('268,435,456 bytes');
});

test.each([
  [0, '0.0 kB/s'],
  [512, '0.5 kB/s'],
  [1_500_000, '1.5 MB/s'],
  [-5, '0.0 kB/s'],
])('%i bytes a second are written %s', (rate, expected) => expect(formatRate(rate, 'en')).toBe(expected));
