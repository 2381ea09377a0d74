import { expect, test } from 'vitest';
import { formatDuration } from '../../../src/renderer/format/format-duration.ts';

test.each([
  [0, '1 sec'],
  [7_200, '8 sec'],
  [59_001, '1 min'],
  [60_001, '2 min'],
  [3_600_000, '1 hr'],
  [7_800_000, '2 hr 10 min'],
  [86_399_000, '1 day'],
  [273_600_000, '3 days 4 hr'],
])('%i ms are written %s', (milliseconds, expected) => expect(formatDuration(milliseconds, 'en')).toBe(expected));

test('durations follow the language', () => expect(formatDuration(300_000, 'ja')).toBe('5 分'));
