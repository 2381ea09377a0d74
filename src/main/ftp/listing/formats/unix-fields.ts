import type { DateFound } from '../listing-date.ts';
import { digits, skipSpaces, skipWord } from '../scan.ts';

/** The words between permissions and date, [links] [owner] [group] size, found by the date behind them. */
export interface UnixFields {
  /** Start and end of each word before the size, two positions a word. */
  readonly bounds: readonly number[];
  /** Where the last of them ends, or the permissions where there is none. */
  readonly headEnd: number;
  /** Bytes; null for a device, which has two numbers in its place. */
  readonly size: number | null;
  readonly date: DateFound;
}

/** More words than this before the date are none of any system's. */
const MOST_WORDS = 16;

/** @param start the position after the permissions */
export const findUnixFields = (
  line: string,
  start: number,
  readDate: (line: string, at: number) => DateFound | null,
): UnixFields | null => {
  const bounds: number[] = [];
  for (let at = skipSpaces(line, start); at < line.length && bounds.length < MOST_WORDS * 2; ) {
    const size = lastSize(line, bounds);
    const date = size === undefined ? null : readDate(line, at);
    if (size !== undefined && date !== null) {
      const before = bounds.slice(0, isMajor(line, bounds.at(-3)) ? -4 : -2);
      return { bounds: before, headEnd: before.at(-1) ?? start, size, date };
    }
    const end = skipWord(line, at);
    bounds.push(at, end);
    at = skipSpaces(line, end);
  }
  return null;
};

/** The size that the last word is; null for a device's numbers `1, 3` and `1,3` and for `33.5k`; undefined where it is neither. */
const lastSize = (line: string, bounds: readonly number[]): number | null | undefined => {
  const [start = 0, end = 0] = bounds.slice(-2);
  const size = digits(line, start, end);
  if (size >= 0) return isMajor(line, bounds.at(-3)) ? null : size;
  return NO_BYTES.test(line.slice(start, end)) ? null : undefined;
};

const COMMA = 0x2c;
/** A device's numbers, and a size rounded to kilobytes and more. */
const NO_BYTES = /^\d{1,15}(?:,\d{1,15}|(?:[.,]\d)?[kKMGT])$/;

/** Whether the word that ends at `end` is the first of a device's two numbers. */
const isMajor = (line: string, end: number | undefined): boolean =>
  end !== undefined && line.charCodeAt(end - 1) === COMMA;

/** The owner, as it is written; null where there is none. */
export const ownerOf = (line: string, { bounds }: UnixFields): string | null => {
  const first = firstName(line, bounds);
  return first < bounds.length ? line.slice(bounds[first], bounds[groupStart(bounds, first) - 1]) : null;
};

/** The group, as it is written; null where there is none. */
export const groupOf = (line: string, { bounds }: UnixFields): string | null => {
  const start = groupStart(bounds, firstName(line, bounds));
  return start < bounds.length ? line.slice(bounds[start], bounds.at(-1)) : null;
};

/** A first word of digits is the number of links; the names begin after it. */
const firstName = (line: string, bounds: readonly number[]): number =>
  digits(line, bounds[0] ?? 0, bounds[1] ?? 0) >= 0 ? 2 : 0;

/**
 * Where more than two words are left, a name has spaces in it: two spaces or more stand between columns, and where they
 * do not tell, the owner is the first word (`anna Domain Users`).
 */
const groupStart = (bounds: readonly number[], first: number): number => {
  for (let at = first + 2; at < bounds.length; at += 2) {
    if ((bounds[at] ?? 0) - (bounds[at - 1] ?? 0) > 1) return at;
  }
  return first + 2;
};
