import type { FileEntry, FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { bareEntry } from '#shared/ftp/file-entry.ts';
import { type ClockTime, readClockTime } from '../clock-time.ts';
import { wallClock } from '../listing-date.ts';
import type { ListingContext } from '../listing-format.ts';
import { SPACE, skipSpaces, skipWord } from '../scan.ts';

/** The beginning of a line in words. */
export interface LeadingWords {
  readonly words: readonly string[];
  /** Where the next word begins, spaces between skipped; the end of the line where there is none. */
  readonly next: number;
  /** Right behind the last word. */
  readonly end: number;
}

/** The first `count` words of a line; null where there are fewer. Tabs are no spaces: no listing has any. */
export const leadingWords = (line: string, count: number): LeadingWords | null => {
  const words: string[] = [];
  let end = 0;
  for (let at = skipSpaces(line, 0); words.length < count; at = skipSpaces(line, end)) {
    end = skipWord(line, at);
    if (end === at) return null;
    words.push(line.slice(at, end));
  }
  return { words, next: skipSpaces(line, end), end };
};

/** Without the spaces at its end: only those, since half of a UTF-8 letter may look like another kind of space. */
export const withoutSpacesBehind = (text: string): string => {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(0, end);
};

/** Two digits of a year count as 1970 to 2069, nothing on an FTP server being older than FTP; four stand for themselves. */
export const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

/** A day with or without a time of day; null where there is no such day or time. */
export const fileTime = (year: number, month: number, day: number, clock: ClockTime | null): FileTime | null => {
  const epochMs = wallClock(year, month, day, clock?.hour, clock?.minute, Math.max(clock?.second ?? 0, 0));
  if (epochMs === null) return null;
  const precision = clock === null ? 'day' : clock.second < 0 ? 'minute' : 'second';
  return { epochMs, precision, zone: 'unknown' };
};

/** The time of day that a word is, or null. */
export const clockOf = (word: string): ClockTime | null => readClockTime(word, 0, word.length);

/** An entry with a name from its bytes, and whatever else the line says. */
export const entryOf = (
  context: ListingContext,
  name: string,
  type: FileType,
  known: Partial<FileEntry> = {},
): FileEntry => ({ ...bareEntry(context.name(name), type), ...known });
