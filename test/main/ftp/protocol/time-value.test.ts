import { expect, test } from 'vitest';
import { formatTimeValue, parseTimeValue } from '../../../../src/main/ftp/protocol/time-value.ts';

test.each([
  ['20261120100000', Date.UTC(2026, 10, 20, 10)],
  ['20261120100000.25', Date.UTC(2026, 10, 20, 10, 0, 0, 250)],
  ['20240229235959.999999', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
  [' 19700101000000 ', 0],
  ['20161231235960', Date.UTC(2017, 0, 1)],
])('%s', (text, epochMs) => {
  expect(parseTimeValue(text)).toBe(epochMs);
});

test.each([
  '',
  '2026112010000',
  '20261320100000',
  '20260230100000',
  '20261120240000',
  '20261120106000',
  'x'.repeat(14),
])('%j is no time', (text) => {
  expect(parseTimeValue(text)).toBeNull();
});

test('what is sent is whole seconds of UTC', () => {
  expect(formatTimeValue(Date.UTC(2020, 0, 2, 3, 4, 5, 678))).toBe('20200102030405');
});
