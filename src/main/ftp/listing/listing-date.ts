import type { FileTime } from '#shared/ftp/file-entry.ts';
import type { ClockTime } from './clock-time.ts';

/** Dates of listings, in milliseconds since the epoch, the server's wall clock read as if it were UTC. */

/** A date that was found in a line, and the position of the first character after it. */
export interface DateFound {
  readonly modified: FileTime;
  readonly end: number;
}

export const DAY_MS = 86_400_000;

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A date and time of day, or null where there is no such day or time.
 *
 * @param month 1 to 12
 * @param second 60 is a leap second (RFC 3659 2.3), which no clock of ours has: it becomes 59
 */
export const wallClock = (
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number | null => {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0))) return null;
  if (month === 2 && day === 29 && !isLeapYear(year)) return null;
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60)) return null;
  if (!(year >= 1900 && year <= 9999)) return null;
  return Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), millisecond);
};

/**
 * The latest time with this date that is not in the future: `ls` leaves out the year of what is recent. A server's
 * clock may be ahead of ours by up to 14 hours of zone and a little of its own, so a day is not the future yet:
 * on December 31 `Jan  1 03:00` is tomorrow, on January 1 `Dec 31 23:00` was yesterday, and `Feb 29` was in the last
 * leap year.
 *
 * @param nowMs now, milliseconds since the epoch
 */
export const recentWallClock = (
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  nowMs: number,
): number | null => {
  const newest = nowMs + DAY_MS;
  const lastYear = new Date(newest).getUTCFullYear();
  // Leap years are four years apart, and eight around 1900 and 2100.
  for (let year = lastYear; year >= lastYear - 8; year--) {
    const time = wallClock(year, month, day, hour, minute, second);
    if (time !== null && time <= newest) return time;
  }
  return null;
};

/**
 * Two digits of a year count as 1970 to 2069, nothing on an FTP server being older than FTP; three are a program's that
 * counts from 1900 and knew no other century; four stand for themselves.
 */
export const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 3) return year;
  if (digits.length === 3) return 1900 + year;
  return year < 70 ? 2000 + year : 1900 + year;
};

/** A day with or without a time of day; null where there is no such day or time. */
export const fileTime = (year: number, month: number, day: number, clock: ClockTime | null): FileTime | null => {
  const epochMs = wallClock(year, month, day, clock?.hour, clock?.minute, Math.max(clock?.second ?? 0, 0));
  if (epochMs === null) return null;
  const precision = clock === null ? 'day' : clock.second < 0 ? 'minute' : 'second';
  return { epochMs, precision, zone: 'unknown' };
};

/** A day and a time of day of the last twelve months, as {@link recentWallClock} has it. */
export const recentFileTime = (month: number, day: number, clock: ClockTime, nowMs: number): FileTime | null => {
  const epochMs = recentWallClock(month, day, clock.hour, clock.minute, Math.max(clock.second, 0), nowMs);
  return epochMs === null ? null : { epochMs, precision: clock.second < 0 ? 'minute' : 'second', zone: 'unknown' };
};

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTHS = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    packed(name, 0),
    index + 1,
  ]),
);

/** The month, 1 to 12, of the three letters at `at` in either case, or 0. */
export const monthAt = (line: string, at: number): number =>
  at + 3 > line.length ? 0 : (MONTHS.get(packed(line, at)) ?? 0);

/** Three letters as one number, lower case; a Map of small integers answers ten times faster than one of slices. */
function packed(text: string, at: number): number {
  return ((text.charCodeAt(at) | 32) << 16) | ((text.charCodeAt(at + 1) | 32) << 8) | (text.charCodeAt(at + 2) | 32);
}
