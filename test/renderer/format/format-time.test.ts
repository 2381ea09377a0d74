import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileTime } from '#shared/ftp/file-entry.ts';
import { formatTime, formatTimeFully, formatTimeOfDay } from '../../../src/renderer/format/format-time.ts';

const AT = Date.UTC(2026, 10, 20, 22, 5, 7, 89);
const NOW = Date.UTC(2026, 11, 1);
const time = (precision: FileTime['precision'], zone: FileTime['zone'], epochMs = AT): FileTime => ({
  epochMs,
  precision,
  zone,
});

beforeEach(() => vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => vi.unstubAllEnvs());

describe('in a column', () => {
  test('is told in the zone of the person where the zone is known', () => {
    expect(formatTime(time('second', 'utc'), 'en-GB', NOW)).toBe('21 Nov, 07:05');
  });

  test('is told as the server wrote it where the zone is not known', () => {
    expect(formatTime(time('second', 'unknown'), 'en-GB', NOW)).toBe('20 Nov, 22:05');
  });

  test('says no more than is known', () => {
    expect(formatTime(time('day', 'unknown'), 'en-GB', NOW)).toBe('20 Nov 2026');
  });

  test('says the year where it is another one', () => {
    expect(formatTime(time('second', 'utc', AT - 400 * 86_400_000), 'en-GB', NOW)).toBe('17 Oct 2025');
  });
});

describe('in full', () => {
  test.each([
    ['day', '20 Nov 2026'],
    ['minute', '20 Nov 2026, 22:05'],
    ['second', '20 Nov 2026, 22:05:07'],
    ['millisecond', '20 Nov 2026, 22:05:07.089'],
  ] as const)('to the %s: %s', (precision, words) => {
    expect(formatTimeFully(time(precision, 'unknown'), 'en-GB')).toBe(words);
  });
});

test('the time of day is the one here, to the second', () => {
  const spoken = new Date(2026, 10, 20, 7, 5, 9).getTime();
  expect(formatTimeOfDay(spoken, 'de')).toBe('07:05:09');
  expect(formatTimeOfDay(spoken, 'en')).toMatch(/^07:05:09\sAM$/);
});
