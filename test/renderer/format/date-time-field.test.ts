import { expect, test } from 'vitest';
import { fromDateTimeField, toDateTimeField } from '../../../src/renderer/format/date-time-field.ts';

test('a time comes back to the minute, in the time of the place', () => {
  const ms = new Date(2026, 10, 26, 22, 5, 30).getTime();
  expect(toDateTimeField(ms)).toBe('2026-11-26T22:05');
  expect(fromDateTimeField('2026-11-26T22:05')).toBe(ms - 30_000);
});

test.each(['', '2026-11-26', '22:00', '2026-13-45T99:00', 'tomorrow'])('%j is no time', (text) =>
  expect(fromDateTimeField(text)).toBeNull(),
);
