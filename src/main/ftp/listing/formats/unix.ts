import type { FileEntry, FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { type ListingContext, type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits, SPACE, skipSpaces, skipWord } from '../scan.ts';
import { type DateFound, readUnixDate } from './unix-date.ts';

/**
 * `ls -l` of Unix and of the many servers that imitate it:
 *
 *     total 12
 *     drwxr-xr-x   2 anna     staff        4096 Nov 20 10:00 a folder
 *     -rw-r--r--+  1 1000     1000          531 Jan 29  2025 old.txt
 *     lrwxrwxrwx   1 root     root           11 Nov 20 10:00 link -> ../some/file
 *     crw-rw-rw-   1 root     root       1,   3 Nov 20 10:00 null
 *     -rw-r--r--   1 anna            531 Nov 20 10:00 no group
 *     drwxr-xr-x   folder        0 Nov 20 10:00 neither links nor group
 *
 * Nothing between the permissions and the date can be relied on, so the date is looked for: the first one that has a
 * size before it. One space after it, the name begins; further spaces are the name's own.
 */
export const unix: ListingFormat = {
  name: 'unix',
  parse(line, context) {
    const type = TYPES.get(line.charCodeAt(0));
    if (type === undefined || !arePermissions(line)) return TOTAL.test(line) ? NO_ENTRY : null;
    const fieldsStart = afterMark(line);
    if (line.charCodeAt(fieldsStart) !== SPACE) return null;
    const fields = findFields(line, fieldsStart, context);
    if (fields === null) return null;
    const name = line.slice(fields.end + 1);
    if (name === '') return null;
    return name === '.' || name === '..' ? NO_ENTRY : toEntry(line, name, type, fields, context);
  },
};

const TYPES = new Map<number, FileType>(
  Object.entries({
    '-': 'file',
    d: 'directory',
    l: 'link',
    b: 'other',
    c: 'other',
    p: 'other',
    s: 'other',
    D: 'other',
  }).map(([letter, type]) => [letter.charCodeAt(0), type as FileType]),
);

const TOTAL = /^total \d+[KMGT]?$/i;

const PERMISSION_CODES = new Set(Array.from('-rwxsStTlL', (letter) => letter.charCodeAt(0)));

const arePermissions = (line: string): boolean => {
  for (let at = 1; at <= 9; at++) if (!PERMISSION_CODES.has(line.charCodeAt(at))) return false;
  return true;
};

/** After the permissions: `+` for an access control list, `@` for extended attributes, `.` for a security context. */
const afterMark = (line: string): number => {
  const mark = line[10];
  return mark === '+' || mark === '@' || mark === '.' ? 11 : 10;
};

/** More words than this before the date are none of any system's. */
const MOST_WORDS = 16;

/**
 * The words between permissions and date, [links] [owner] [group] size, as two positions each. One list for all lines:
 * a line is read to its end before the next, and a list for each would be the most memory a listing takes.
 */
const starts = new Int32Array(MOST_WORDS);
const ends = new Int32Array(MOST_WORDS);

interface Fields {
  /** How many words of the list come before the size. */
  readonly words: number;
  /** Bytes; null for a device, which has two numbers in its place. */
  readonly size: number | null;
  readonly modified: FileTime;
  /** Position of the first character after the date. */
  readonly end: number;
}

const findFields = (line: string, start: number, context: ListingContext): Fields | null => {
  let count = 0;
  for (let at = skipSpaces(line, start); at < line.length && count < MOST_WORDS; count++) {
    // The size is the last word so far; a second number before it, or in it, is a device's.
    const isDevice = count > 0 && isDeviceNumber(line, count);
    const size = count === 0 ? -1 : digits(line, starts[count - 1] ?? 0, ends[count - 1] ?? 0);
    if (isDevice || size >= 0) {
      const date = readDate(line, at, context);
      const words = count - (isDevice && size >= 0 ? 2 : 1);
      if (date !== null) return { words, size: isDevice ? null : size, ...date };
    }
    starts[count] = at;
    ends[count] = skipWord(line, at);
    at = skipSpaces(line, ends[count] ?? 0);
  }
  return null;
};

/** Whether the last of `count` words ends a device's numbers: `1, 3` or `1,3`. */
const isDeviceNumber = (line: string, count: number): boolean => {
  if (line.charCodeAt(0) !== BLOCK_DEVICE && line.charCodeAt(0) !== CHARACTER_DEVICE) return false;
  if (count > 1 && line.charCodeAt((ends[count - 2] ?? 0) - 1) === COMMA) return true;
  return DEVICE_NUMBERS.test(line.slice(starts[count - 1], ends[count - 1]));
};

const BLOCK_DEVICE = 0x62;
const CHARACTER_DEVICE = 0x63;
const COMMA = 0x2c;
const DEVICE_NUMBERS = /^\d+,\d+$/;

const readDate = (line: string, at: number, { lastDate, nowMs }: ListingContext): DateFound | null => {
  const { text, modified } = lastDate;
  if (modified !== null && line.startsWith(text, at)) return { modified, end: at + text.length - 1 };
  const found = readUnixDate(line, at, nowMs);
  if (found === null || line.charCodeAt(found.end) !== SPACE) return null;
  // With the space after it, so that `Nov 20 10:00` is not taken for the beginning of `Nov 20 10:00:59`.
  lastDate.text = line.slice(at, found.end + 1);
  lastDate.modified = found.modified;
  return found;
};

const toEntry = (line: string, name: string, type: FileType, fields: Fields, context: ListingContext): FileEntry => {
  const { words } = fields;
  const first = words > 0 && digits(line, starts[0] ?? 0, ends[0] ?? 0) >= 0 ? 1 : 0;
  const group = groupStart(first, words);
  const arrow = type === 'link' ? arrowIn(name, fields.size) : -1;
  return {
    name: context.name(arrow < 0 ? name : name.slice(0, arrow)),
    type,
    size: fields.size,
    modified: fields.modified,
    permissions: context.word(line.slice(1, 10)),
    owner: first < words ? context.word(line.slice(starts[first], ends[group - 1])) : null,
    group: group < words ? context.word(line.slice(starts[group], ends[words - 1])) : null,
    target: arrow < 0 ? null : context.name(name.slice(arrow + ARROW.length)),
  };
};

const ARROW = ' -> ';

/** A link's size is the length of its target: it tells which arrow is meant where the names hold others. */
const arrowIn = (name: string, size: number | null): number => {
  const bySize = size === null ? -1 : name.length - size - ARROW.length;
  return bySize > 0 && name.startsWith(ARROW, bySize) ? bySize : name.indexOf(ARROW, 1);
};

/**
 * A first word of digits is the number of links. Where more than two words are left, a name has spaces in it: two
 * spaces or more stand between columns, and where they do not tell, the owner is the first word (`anna Domain Users`).
 *
 * @returns the position in the list of the first word of the group; `words` where there is none
 */
const groupStart = (first: number, words: number): number => {
  for (let word = first + 1; word < words; word++) {
    if ((starts[word] ?? 0) - (ends[word - 1] ?? 0) > 1) return word;
  }
  return first + 1;
};
