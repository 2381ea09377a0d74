import type { FileTime } from '#shared/ftp/file-entry.ts';
import { type ClockTime, readClockTime } from '../clock-time.ts';
import { type DateFound, monthAt, recentWallClock, wallClock } from '../listing-date.ts';
import { digits, isDigitAt, SPACE, skipSpaces, skipWord } from '../scan.ts';
import { readLocalDate } from './local-date.ts';

/**
 * The date that begins at `start`, as the `ls` of one system or another writes it:
 *
 *     Nov 20 10:00        Nov 20  2025       Nov 20 10:00:59 2025
 *     20 Nov 10:00        20 Nov 2025        Nov 20 10:00AM
 *     2026-11-20 10:00    2026-11-20         2026-11-20 10:00:59.123456789 +0100
 *     11-20 10:00
 *
 * or as `readLocalDate` has them.
 *
 * Where the date has only a day, time and zone are unknown; without a year it is the last one that is not to come.
 *
 * @param nowMs now, milliseconds since the epoch
 */
export const readUnixDate = (line: string, start: number, nowMs: number): DateFound | null => {
  if (!isDigitAt(line, start)) {
    const month = line.charCodeAt(start + 3) === SPACE ? monthAt(line, start) : 0;
    return (month > 0 ? monthFirst(line, start, month, nowMs) : null) ?? readLocalDate(line, start, nowMs);
  }
  return beginningWithDigit(line, start, nowMs) ?? readLocalDate(line, start, nowMs);
};

const beginningWithDigit = (line: string, start: number, nowMs: number): DateFound | null => {
  const end = skipWord(line, start);
  if (line.charCodeAt(start + 4) === HYPHEN) return isoDate(line, start, end);
  if (line.charCodeAt(start + 2) === HYPHEN) return isoWithoutYear(line, start, end, nowMs);
  return dayFirst(line, start, end, nowMs);
};

const HYPHEN = 0x2d;

const monthFirst = (line: string, start: number, month: number, nowMs: number): DateFound | null => {
  const dayStart = skipSpaces(line, start + 3);
  const dayEnd = skipWord(line, dayStart);
  return timeOrYear(line, month, digits(line, dayStart, dayEnd), dayEnd, nowMs);
};

const dayFirst = (line: string, start: number, end: number, nowMs: number): DateFound | null => {
  const monthStart = skipSpaces(line, end);
  const month = monthAt(line, monthStart);
  if (month === 0 || line[monthStart + 3] !== ' ') return null;
  return timeOrYear(line, month, digits(line, start, end), monthStart + 3, nowMs);
};

const timeOrYear = (line: string, month: number, day: number, at: number, nowMs: number): DateFound | null => {
  if (day < 1) return null;
  const start = skipSpaces(line, at);
  const end = skipWord(line, start);
  const clock = readClockTime(line, start, end);
  if (clock === null) {
    if (end - start !== 4) return null;
    return found(wallClock(digits(line, start, end), month, day), 'day', 'unknown', end);
  }
  const { hour, minute } = clock;
  const second = Math.max(clock.second, 0);
  const precision = clock.second < 0 ? 'minute' : 'second';
  // Only a time with seconds has a year after it; `Nov 20 10:00 2025` is a file named 2025.
  const year = clock.second < 0 || end + 5 > line.length ? -1 : digits(line, end + 1, end + 5);
  if (year >= 1900 && line[end + 5] === ' ') {
    return found(wallClock(year, month, day, hour, minute, second), precision, 'unknown', end + 5);
  }
  return found(recentWallClock(month, day, hour, minute, second, nowMs), precision, 'unknown', end);
};

const isoDate = (line: string, start: number, end: number): DateFound | null => {
  if (end !== start + 10 || line.charCodeAt(start + 7) !== HYPHEN) return null;
  const year = digits(line, start, start + 4);
  const month = digits(line, start + 5, start + 7);
  const day = digits(line, start + 8, end);
  const dot = line.indexOf('.', end);
  const timeEnd = skipWord(line, end + 1);
  const fraction = dot > 0 && dot < timeEnd ? dot : timeEnd;
  const clock = readClockTime(line, end + 1, fraction);
  if (clock === null) return found(wallClock(year, month, day), 'day', 'unknown', end);
  const zoneEnd = skipWord(line, timeEnd + 1);
  const zone = clock.second < 0 ? null : readZone(line, timeEnd + 1, zoneEnd);
  const local = wallClock(
    year,
    month,
    day,
    clock.hour,
    clock.minute,
    Math.max(clock.second, 0),
    decimals(line, fraction),
  );
  if (zone === null || local === null) return found(local, precisionOf(clock), 'unknown', timeEnd);
  return found(local - zone * 60_000, fraction < timeEnd ? 'millisecond' : 'second', 'utc', zoneEnd);
};

const isoWithoutYear = (line: string, start: number, end: number, nowMs: number): DateFound | null => {
  if (end !== start + 5) return null;
  const timeEnd = skipWord(line, end + 1);
  const clock = readClockTime(line, end + 1, timeEnd);
  if (clock === null) return null;
  const month = digits(line, start, start + 2);
  const day = digits(line, start + 3, end);
  const second = Math.max(clock.second, 0);
  return found(
    recentWallClock(month, day, clock.hour, clock.minute, second, nowMs),
    precisionOf(clock),
    'unknown',
    timeEnd,
  );
};

const precisionOf = (clock: ClockTime): 'minute' | 'second' => (clock.second < 0 ? 'minute' : 'second');

/** The milliseconds of `.123456789`; 0 where there is no point at `at`. */
const decimals = (line: string, at: number): number =>
  line[at] === '.' ? Math.max(digits(line, at + 1, at + 4), 0) : 0;

/** Minutes east of Greenwich of `+0130`; null for anything else. */
const readZone = (line: string, start: number, end: number): number | null => {
  const sign = line[start] === '+' ? 1 : line[start] === '-' ? -1 : 0;
  if (sign === 0 || end !== start + 5) return null;
  const hours = digits(line, start + 1, start + 3);
  const minutes = digits(line, start + 3, end);
  return hours < 0 || hours > 14 || minutes < 0 || minutes > 59 ? null : sign * (hours * 60 + minutes);
};

const found = (
  epochMs: number | null,
  precision: FileTime['precision'],
  zone: FileTime['zone'],
  end: number,
): DateFound | null => (epochMs === null ? null : { modified: { epochMs, precision, zone }, end });
