import { type FileEntry, type FileTime, formatFileTime } from '#shared/ftp/file-entry.ts';

/**
 * One entry as a line of JSON without its line end. Written by hand: with 100,000 entries JSON.stringify would take
 * longer than receiving them.
 *
 * @param name what to call the entry: its name, or its path where a tree is listed
 */
export const entryJson = (entry: FileEntry, name: string): string => {
  const quotedName = NEEDS_ESCAPE.test(name) ? JSON.stringify(name) : `"${name}"`;
  return `{"name":${quotedName},"type":"${entry.type}","size":${entry.size},"modified":${restOf(entry)}`;
};

/** Anything JSON escapes: quote, backslash, control characters, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters
const NEEDS_ESCAPE = /["\\\u0000-\u001F\uD800-\uDFFF]/;

/** Neighbours in a listing mostly have the same time, permissions and owner; writing them takes most of the time. */
let lastEntry: FileEntry | null = null;
let lastRest = '';

const restOf = (entry: FileEntry): string => {
  if (lastEntry === null || !isSameBesidesName(entry, lastEntry)) {
    const { permissions, owner, group, target } = entry;
    const modified = entry.modified && formatFileTime(entry.modified);
    // The first field's name is written already.
    lastRest = `${JSON.stringify(modified)},${JSON.stringify({ permissions, owner, group, target }).slice(1)}`;
    lastEntry = entry;
  }
  return lastRest;
};

const isSameBesidesName = (one: FileEntry, other: FileEntry): boolean =>
  isSameTime(one.modified, other.modified) &&
  one.permissions === other.permissions &&
  one.owner === other.owner &&
  one.group === other.group &&
  one.target === other.target;

const isSameTime = (one: FileTime | null, other: FileTime | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.epochMs === other.epochMs &&
    one.precision === other.precision &&
    one.zone === other.zone);
