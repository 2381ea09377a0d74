import type { FileTime } from '#shared/ftp/file-entry.ts';
import { clockOf } from '../clock-time.ts';
import { type DateFound, fileTime, fullYear, recentFileTime } from '../listing-date.ts';
import { monthNamed } from '../month-names.ts';
import { isDigitAt, SPACE, skipSpaces, skipWord } from '../scan.ts';

/** So many characters hold any of these dates. */
const LONGEST = 48;

/**
 * The date that begins at `start`, in the words of other languages and the numbers of other servers:
 *
 *     20 août 10:00       2.   Okt.  2025       26. Juli, 20:10       Okt 20  2025       Oct 08, 2025 09:47
 *     11月 20 10:00       11月20日 2025年        2025   11月 20
 *     2025/11/20 17:12    20-11-2025 17:12      2025.11.20            20-nov-25          11-20 2025
 *
 * @param nowMs now, milliseconds since the epoch
 */
export const readLocalDate = (line: string, start: number, nowMs: number): DateFound | null => {
  const read = readerFor(line, start);
  if (read === null) return null;
  const found = read(line.slice(start, start + LONGEST), nowMs);
  return found && { modified: found.modified, end: start + found.end };
};

/**
 * The one way that what stands there can be a date. This is asked of every word behind a number, and most of those are
 * owners and groups, so it looks no further than it must.
 */
const readerFor = (line: string, start: number): ((text: string, nowMs: number) => DateFound | null) | null => {
  let end = start;
  while (isDigitAt(line, end)) end++;
  const digits = end - start;
  if (digits > 4 || digits === 3) return null;
  const behind = line.charCodeAt(end);
  if (digits === 0) return isMonth(line, start) ? inWords : null;
  if (behind > 0x7f) return inCharacters;
  if (behind === SPACE) {
    const next = skipSpaces(line, end);
    if (digits < 4) return isMonth(line, next) ? inWords : null;
    return isDigitAt(line, next) && line.charCodeAt(skipWord(line, next) - 1) > 0x7f ? inCharacters : null;
  }
  if (behind !== SLASH && behind !== HYPHEN && behind !== DOT && behind !== COMMA) return null;
  return line.charCodeAt(end + 1) === SPACE ? inWords : inNumbers;
};

const isMonth = (line: string, at: number): boolean => {
  const length = skipWord(line, at) - at;
  return length > 1 && length < LONGEST_MONTH && monthNamed(line.slice(at, at + length)) > 0;
};

/** `marras.` and in UTF-8 `maalis`: no month takes so many bytes. */
const LONGEST_MONTH = 12;

const SLASH = 0x2f;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;

/** A day and a month's name in either order, and then a time, a year, or both. */
const inWords = (text: string, nowMs: number): DateFound | null => {
  const firstEnd = skipWord(text, 0);
  const second = skipSpaces(text, firstEnd);
  const secondEnd = skipWord(text, second);
  const first = text.slice(0, firstEnd);
  const then = text.slice(second, secondEnd);
  const dayFirst = isDigitAt(text, 0);
  const month = monthNamed(dayFirst ? then : first);
  const day = month === 0 ? null : DAY.exec(dayFirst ? first : then);
  if (day === null) return null;
  const third = skipSpaces(text, secondEnd);
  const thirdEnd = skipWord(text, third);
  const last = text.slice(third, thirdEnd);
  const clock = clockOf(last);
  if (clock !== null) return dated(recentFileTime(month, Number(day[1]), clock, nowMs), thirdEnd);
  const year = yearOf(last, nowMs);
  if (year === null) return null;
  // `Oct 08, 2025 09:47`: only a comma says that the time belongs to the date and not to the name.
  const fourthEnd = skipWord(text, thirdEnd + 1);
  const time = day[2] === ',' ? clockOf(text.slice(thirdEnd + 1, fourthEnd)) : null;
  return dated(fileTime(year, month, Number(day[1]), time), time === null ? thirdEnd : fourthEnd);
};

const DAY = /^(\d{1,2})([.,]?)$/;

/** A year that has been, or the next: a number behind a word like a month is more often a size. */
const yearOf = (word: string, nowMs: number): number | null => {
  const year = /^\d{4}$/.test(word) ? Number(word) : 0;
  return year >= 1970 && year <= new Date(nowMs).getUTCFullYear() + 1 ? year : null;
};

/**
 * Numbers with the characters for year, month and day behind them, in UTF-8, EUC, GBK or Shift JIS: two or three bytes of
 * 0x80 and above, or one and a letter. Which characters they are need not be known.
 */
const UNIT = '(?:[\\x80-\\xFF]{2,3}|[\\x80-\\xFF][\\x40-\\x7E])';
const YEAR_BEHIND = new RegExp(
  `^(\\d{1,2})${UNIT} {0,2}(\\d{1,2})(?:${UNIT})? {1,3}(?:(\\d{4})(?:${UNIT})?|(\\d{1,2}:\\d{2}(?::\\d{2})?))(?= )`,
);
const YEAR_BEFORE = new RegExp(
  `^(\\d{4})(?:${UNIT})? {0,3}(\\d{1,2})${UNIT} {0,2}(\\d{1,2})(?:${UNIT})?(?: (\\d{1,2}:\\d{2}(?::\\d{2})?))?(?= )`,
);

const inCharacters = (text: string, nowMs: number): DateFound | null => {
  const behind = YEAR_BEHIND.exec(text);
  if (behind !== null) {
    const [whole, month, day, year, time] = behind;
    const clock = clockOf(time ?? '');
    return year === undefined
      ? dated(clock && recentFileTime(Number(month), Number(day), clock, nowMs), whole.length)
      : dated(fileTime(Number(year), Number(month), Number(day), null), whole.length);
  }
  const before = YEAR_BEFORE.exec(text);
  if (before === null) return null;
  const [whole, year, month, day, time] = before;
  // `2003 3月 20 10:00`: with a time and no character behind it the first number is the size.
  if (time !== undefined && !/^\d{4}[\x80-\xFF]/.test(text)) return null;
  return dated(fileTime(Number(year), Number(month), Number(day), clockOf(time ?? '')), whole.length);
};

const TIME = '(?: (\\d{1,2}:\\d{2}(?::\\d{2})?(?:[AP]M)?))?(?= )';
const YEAR_FIRST = new RegExp(`^(\\d{4})([/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}`, 'i');
const MONTH_NAMED = new RegExp(`^(\\d{1,2})-([a-z]{3})-(\\d{2}|\\d{4})${TIME}`, 'i');
const MONTH_AND_DAY = /^(\d{2})-(\d{2}) {1,2}(\d{4})(?= )/;

const inNumbers = (text: string): DateFound | null => {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const [whole, year, , month, day, time] = first;
    return dated(fileTime(Number(year), Number(month), Number(day), clockOf(time ?? '')), whole.length);
  }
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [whole, one, separator, other, year, time] = last;
    const at = (month: string | undefined, day: string | undefined): FileTime | null =>
      fileTime(Number(year), Number(month), Number(day), clockOf(time ?? ''));
    // As Windows writes them: the month before the day between slashes, else behind it.
    const [usual, other2] = separator === '/' ? [at(one, other), at(other, one)] : [at(other, one), at(one, other)];
    return dated(usual ?? other2, whole.length);
  }
  const named = MONTH_NAMED.exec(text);
  if (named !== null) {
    const [whole, day, month = '', year = '', time] = named;
    return dated(fileTime(fullYear(year), monthNamed(month), Number(day), clockOf(time ?? '')), whole.length);
  }
  const dayOfYear = MONTH_AND_DAY.exec(text);
  if (dayOfYear === null) return null;
  const [whole, month, day, year] = dayOfYear;
  return dated(fileTime(Number(year), Number(month), Number(day), null), whole.length);
};

const dated = (modified: FileTime | null, end: number): DateFound | null => modified && { modified, end };
