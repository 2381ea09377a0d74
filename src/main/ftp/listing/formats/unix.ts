import type { FileEntry, FileTime, FileType } from '#shared/ftp/file-entry.ts';
import type { DateFound } from '../listing-date.ts';
import { type ListingContext, type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits, SPACE, skipSpaces, skipWord } from '../scan.ts';
import { readUnixDate } from './unix-date.ts';
import { findUnixFields, groupOf, ownerOf, type UnixFields } from './unix-fields.ts';

/**
 * `ls -l` of Unix and of the many servers that imitate it:
 *
 *     total 12
 *     drwxr-xr-x   2 anna     staff        4096 Nov 20 10:00 a folder
 *     -rw-r--r--+  1 1000     1000          531 Jan 29  2025 old.txt
 *     lrwxrwxrwx   1 root     root           11 Nov 20 10:00 link -> ../some/file
 *     crw-rw-rw-   1 root     root       1,   3 Nov 20 10:00 null
 *     -rw-r--r--   1 anna            531 Nov 20 10:00 no group
 *
 * Nothing between the permissions and the date can be relied on, so the date is looked for: the first one that has a
 * size before it. One space after it, the name begins; further spaces are the name's own.
 */
export const unix: ListingFormat = {
  name: 'unix',
  begin: (context) => {
    const readDate = rememberingDates(context.nowMs);
    let head = NO_HEAD;
    return (line) => {
      const fields = afterHead(line, head, readDate) ?? findFields(line, readDate);
      if (fields === null) return TOTAL.test(line) ? NO_ENTRY : null;
      const name = line.slice(fields.end + 1);
      if (name === '') return null;
      if (fields.words !== null) head = readHead(line, fields.words, context);
      return name === '.' || name === '..' ? NO_ENTRY : toEntry(name, head, fields, context);
    };
  },
};

type DateReader = (line: string, at: number) => DateFound | null;

/** What a line says before the size. */
interface Head {
  /** As it was written, from the start of the line. */
  readonly text: string;
  readonly type: FileType;
  readonly permissions: string;
  readonly owner: string | null;
  readonly group: string | null;
}

const NO_HEAD: Head = { text: '', type: 'file', permissions: '', owner: null, group: null };

/** What a line says from the size on. */
interface Tail {
  /** Bytes; null for a device, which has two numbers in its place. */
  readonly size: number | null;
  readonly modified: FileTime;
  /** Position of the first character after the date. */
  readonly end: number;
  /** Where the words of the head are; null where the head is the line's before. */
  readonly words: UnixFields | null;
}

const TOTAL = /^total \d+[KMGT]?$/i;

/** Neighbours mostly have the same type, permissions, links, owner and group: those are read once. */
const afterHead = (line: string, head: Head, readDate: DateReader): Tail | null => {
  const headEnd = head.text.length;
  if (headEnd === 0 || line.charCodeAt(headEnd) !== SPACE || !line.startsWith(head.text)) return null;
  const start = skipSpaces(line, headEnd);
  const end = skipWord(line, start);
  const size = digits(line, start, end);
  const date = size < 0 ? null : readDate(line, skipSpaces(line, end));
  return date && { size, modified: date.modified, end: date.end, words: null };
};

const findFields = (line: string, readDate: DateReader): Tail | null => {
  if (!TYPES.has(line.charCodeAt(0)) || !arePermissions(line)) return null;
  const start = afterMark(line);
  if (line.charCodeAt(start) !== SPACE) return null;
  const fields = findUnixFields(line, start, readDate);
  return fields && { size: fields.size, modified: fields.date.modified, end: fields.date.end, words: fields };
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

const PERMISSIONS = new Set(Array.from('-rwxsStTlL', (letter) => letter.charCodeAt(0)));

const arePermissions = (line: string): boolean => {
  for (let at = 1; at <= 9; at++) if (!PERMISSIONS.has(line.charCodeAt(at))) return false;
  return true;
};

/** After the permissions: `+` for an access control list, `@` for extended attributes, `.` for a security context. */
const afterMark = (line: string): number => {
  const mark = line[10];
  return mark === '+' || mark === '@' || mark === '.' ? 11 : 10;
};

const readHead = (line: string, words: UnixFields, context: ListingContext): Head => {
  const owner = ownerOf(line, words);
  const group = groupOf(line, words);
  return {
    text: line.slice(0, words.headEnd),
    type: TYPES.get(line.charCodeAt(0)) ?? 'other',
    permissions: context.word(line.slice(1, 10)),
    owner: owner && context.word(owner),
    group: group && context.word(group),
  };
};

/** Reads a date, or remembers it: neighbours often have the same, and nothing in a line takes longer to read. */
const rememberingDates = (nowMs: number): DateReader => {
  let text = '';
  let modified: FileTime | null = null;
  return (line, at) => {
    if (modified !== null && line.startsWith(text, at)) return { modified, end: at + text.length - 1 };
    const found = readUnixDate(line, at, nowMs);
    if (found === null || line.charCodeAt(found.end) !== SPACE) return null;
    // With the space after it, so that `Nov 20 10:00` is not taken for the beginning of `Nov 20 10:00:59`.
    text = line.slice(at, found.end + 1);
    modified = found.modified;
    return found;
  };
};

const toEntry = (name: string, head: Head, tail: Tail, context: ListingContext): FileEntry => {
  const arrow = head.type === 'link' ? arrowIn(name, tail.size) : -1;
  return {
    name: context.name(arrow < 0 ? name : name.slice(0, arrow)),
    type: head.type,
    size: tail.size,
    modified: tail.modified,
    permissions: head.permissions,
    owner: head.owner,
    group: head.group,
    target: arrow < 0 ? null : context.name(name.slice(arrow + ARROW.length)),
  };
};

const ARROW = ' -> ';

/** A link's size is the length of its target: it tells which arrow is meant where the names hold others. */
const arrowIn = (name: string, size: number | null): number => {
  const bySize = size === null ? -1 : name.length - size - ARROW.length;
  return bySize > 0 && name.startsWith(ARROW, bySize) ? bySize : name.indexOf(ARROW, 1);
};
