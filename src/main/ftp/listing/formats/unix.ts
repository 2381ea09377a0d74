import type { FileEntry, FileType } from '#shared/ftp/file-entry.ts';
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
    const fields = findFields(line, fieldsStart, context.nowMs);
    if (fields === null || line.charCodeAt(fields.date.end) !== SPACE) return null;
    const name = line.slice(fields.date.end + 1);
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

/** The words between permissions and date: [links] [owner] [group] size. */
interface Fields {
  /** Start and end of each, two numbers a word. */
  readonly bounds: readonly number[];
  /** Bytes; null for a device, which has two numbers in its place. */
  readonly size: number | null;
  readonly date: DateFound;
}

/** More words than this before the date are none of any system's. */
const MOST_FIELDS = 16;

const findFields = (line: string, start: number, nowMs: number): Fields | null => {
  const bounds: number[] = [];
  let at = skipSpaces(line, start);
  while (at < line.length && bounds.length < MOST_FIELDS * 2) {
    const size = lastSize(line, bounds);
    if (size !== undefined) {
      const date = readUnixDate(line, at, nowMs);
      if (date !== null) return { bounds: withoutSize(line, bounds), size, date };
    }
    const end = skipWord(line, at);
    bounds.push(at, end);
    at = skipSpaces(line, end);
  }
  return null;
};

/** The size that the last word is; null for a device's numbers `1, 3` and `1,3`; undefined where it is neither. */
const lastSize = (line: string, bounds: readonly number[]): number | null | undefined => {
  const [start = 0, end = 0] = bounds.slice(-2);
  const size = digits(line, start, end);
  if (size >= 0) return isMajor(line, bounds.at(-3)) ? null : size;
  return DEVICE_NUMBERS.test(line.slice(start, end)) ? null : undefined;
};

const COMMA = 0x2c;

const DEVICE_NUMBERS = /^\d+,\d+$/;

/** Whether the word that ends at `end` is the first of a device's two numbers. */
const isMajor = (line: string, end: number | undefined): boolean =>
  end !== undefined && line.charCodeAt(end - 1) === COMMA;

const withoutSize = (line: string, bounds: number[]): readonly number[] =>
  bounds.slice(0, isMajor(line, bounds.at(-3)) ? -4 : -2);

const toEntry = (line: string, name: string, type: FileType, fields: Fields, context: ListingContext): FileEntry => {
  const { owner, group } = ownerAndGroup(line, fields.bounds);
  const arrow = type === 'link' ? arrowIn(name, fields.size) : -1;
  return {
    name: context.name(arrow < 0 ? name : name.slice(0, arrow)),
    type,
    size: fields.size,
    modified: fields.date.modified,
    permissions: context.word(line.slice(1, 10)),
    owner: owner === null ? null : context.word(owner),
    group: group === null ? null : context.word(group),
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
 * A first word of digits is the number of links, unless it stands alone with an owner's name missing too. Where more
 * than two words are left, a name has spaces in it: two spaces or more stand between columns, and where they do not
 * tell, the owner is the first word (`anna Domain Users`).
 */
const ownerAndGroup = (
  line: string,
  bounds: readonly number[],
): { readonly owner: string | null; readonly group: string | null } => {
  const first = digits(line, bounds[0] ?? 0, bounds[1] ?? 0) >= 0 ? 2 : 0;
  if (bounds.length <= first) return { owner: null, group: null };
  const start = bounds[first] ?? 0;
  const end = bounds.at(-1) ?? 0;
  let border = first + 1;
  for (let at = first + 1; at + 1 < bounds.length; at += 2) {
    if ((bounds[at + 1] ?? 0) - (bounds[at] ?? 0) > 1) {
      border = at;
      break;
    }
  }
  const ownerEnd = bounds[border] ?? 0;
  return {
    owner: line.slice(start, ownerEnd),
    group: border + 1 < bounds.length ? line.slice(bounds[border + 1], end) : null,
  };
};
