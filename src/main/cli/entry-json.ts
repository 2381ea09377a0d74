import { type FileEntry, type FileTime, formatFileTime } from '#shared/ftp/file-entry.ts';

/**
 * One entry as a line of JSON without its line end. Written by hand: with 100,000 entries JSON.stringify would take
 * longer than receiving them.
 *
 * @param name what to call the entry: its name, or its path where a tree is listed
 */
export const entryJson = (entry: FileEntry, name: string): string => {
  const size = entry.size === null ? 'null' : String(entry.size);
  const modified = entry.modified === null ? 'null' : `"${timeText(entry.modified)}"`;
  return (
    `{"name":${quoted(name)},"type":"${entry.type}","size":${size},"modified":${modified},` +
    `"permissions":${quotedOrNull(entry.permissions)},"owner":${quotedOrNull(entry.owner)},` +
    `"group":${quotedOrNull(entry.group)},"target":${quotedOrNull(entry.target)}}`
  );
};

/** Anything JSON escapes: quote, backslash, control characters, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters
const NEEDS_ESCAPE = /["\\\u0000-\u001F\uD800-\uDFFF]/;

const quoted = (text: string): string => (NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`);

const quotedOrNull = (text: string | null): string => (text === null ? 'null' : quoted(text));

/** Neighbours in a listing often have the same time, and writing one takes longer than the rest of the line. */
let lastTime: FileTime = { epochMs: 0, precision: 'day', zone: 'unknown' };
let lastText = formatFileTime(lastTime);

const timeText = (time: FileTime): string => {
  if (time.epochMs !== lastTime.epochMs || time.precision !== lastTime.precision || time.zone !== lastTime.zone) {
    lastText = formatFileTime(time);
    lastTime = time;
  }
  return lastText;
};
