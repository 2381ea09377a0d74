import { describe, expect, test } from 'vitest';
import { monthAt, recentWallClock, wallClock } from '../../../../src/main/ftp/listing/listing-date.ts';

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString().slice(0, 16));

const recent = (month: number, day: number, time: string, now: string): string | null => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return iso(recentWallClock(month, day, hour, minute, 0, Date.parse(now)));
};

describe('a date without its year', () => {
  test.each([
    // around New Year, for servers ahead of us and behind us
    [1, 1, '03:00', '2026-12-31T20:00:00Z', '2027-01-01T03:00'],
    [12, 31, '23:00', '2027-01-01T04:00:00Z', '2026-12-31T23:00'],
    [1, 1, '00:00', '2027-01-01T00:00:00Z', '2027-01-01T00:00'],
    [12, 31, '23:59', '2026-12-31T00:00:00Z', '2026-12-31T23:59'],
    // half a year back, and one that would be to come
    [6, 1, '10:00', '2026-11-21T12:00:00Z', '2026-06-01T10:00'],
    [11, 22, '12:00', '2026-11-21T12:00:00Z', '2026-11-22T12:00'],
    [11, 22, '12:01', '2026-11-21T12:00:00Z', '2025-11-22T12:01'],
    // leap days, of this year, tomorrow, and of the last leap year, which may be eight years back
    [2, 29, '08:00', '2024-03-01T00:00:00Z', '2024-02-29T08:00'],
    [2, 29, '08:00', '2024-02-28T12:00:00Z', '2024-02-29T08:00'],
    [2, 29, '08:00', '2024-02-27T12:00:00Z', '2020-02-29T08:00'],
    [2, 29, '08:00', '2026-11-21T12:00:00Z', '2024-02-29T08:00'],
    [2, 29, '08:00', '2104-02-27T00:00:00Z', '2096-02-29T08:00'],
    // never
    [2, 30, '08:00', '2026-11-21T12:00:00Z', null],
  ])('%i/%i %s, read at %s', (month, day, time, now, expected) => {
    expect(recent(month, day, time, now)).toBe(expected);
  });
});

describe('a day or a time that does not exist', () => {
  test.each([
    [2026, 0, 1, 0, 0, 0],
    [2026, 13, 1, 0, 0, 0],
    [2026, 1, 0, 0, 0, 0],
    [2026, 4, 31, 0, 0, 0],
    [2026, 2, 29, 0, 0, 0],
    [1900, 2, 29, 0, 0, 0],
    [2026, 1, 1, 24, 0, 0],
    [2026, 1, 1, 0, 60, 0],
    [2026, 1, 1, 0, 0, 61],
    [1899, 1, 1, 0, 0, 0],
    [10_000, 1, 1, 0, 0, 0],
    [-1, -1, -1, -1, -1, -1],
  ])('%i-%i-%i %i:%i:%i', (...parts) => {
    expect(wallClock(...parts)).toBeNull();
  });

  test('and some that do', () => {
    expect(iso(wallClock(2000, 2, 29))).toBe('2000-02-29T00:00');
    expect(iso(wallClock(2026, 12, 31, 23, 59, 59, 999))).toBe('2026-12-31T23:59');
  });
});

test('months are told by three letters in either case', () => {
  expect(['Jan', 'feb', 'MAR', 'dEc'].map((text) => monthAt(text, 0))).toEqual([1, 2, 3, 12]);
  expect(['Jän', 'Ja', '', 'foo'].map((text) => monthAt(text, 0))).toEqual([0, 0, 0, 0]);
});
