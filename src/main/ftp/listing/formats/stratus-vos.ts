import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { clockOf } from '../clock-time.ts';
import { fileTime, fullYear } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf } from './words.ts';

/**
 * Stratus VOS (VOS Commands Reference Manual, R098, "list"): files, directories and links under a heading each. Access,
 * blocks of 4,096 bytes, of a file its organisation, date as year, month and day, time, name.
 *
 *     Files: 2  Blocks: 167
 *     w      158 stm       26-11-20 11:53:44  accounts.cobol
 *     Dirs: 1
 *     m        5           26-11-20 11:53:44  reports
 *     Links: 1
 *     26-11-20 11:53:44  archive  ->  %s1#d02>archive
 *
 * Blocks are no bytes: no size. A line counts only under its heading.
 */
export const stratusVos: ListingFormat = {
  name: 'stratus-vos',
  begin: (context) => {
    let under: FileType | null = null;
    return (line) => {
      const heading = HEADING.exec(line);
      if (heading !== null) {
        under = HEADINGS.get((heading[1] ?? '').toLowerCase()) ?? null;
        return NO_ENTRY;
      }
      if (under === null) return null;
      const [, year = '', month, day, time = '', name = '', target] = LINES[under].exec(line) ?? [];
      const modified = readTime(year, month, day, time);
      if (modified === null || name === '') return null;
      return entryOf(context, name, under, {
        modified,
        target: target === undefined ? null : context.name(target),
      });
    };
  },
};

const HEADING = /^ ?(Files|Dirs|Links): +\d{1,7}(?: +Blocks: +\d{1,12})? *$/i;
const HEADINGS = new Map<string, 'file' | 'directory' | 'link'>([
  ['files', 'file'],
  ['dirs', 'directory'],
  ['links', 'link'],
]);
const WHEN = '(\\d{2})-(\\d{2})-(\\d{2}) +(\\d{2}:\\d{2}:\\d{2}) +';
const NAME = '([!-~]{1,66})';
const LINES: Readonly<Record<FileType, RegExp>> = {
  file: new RegExp(`^ ?[uneawr] +\\d{1,10} +[a-z]{2,9} +${WHEN}${NAME} *$`),
  directory: new RegExp(`^ ?[unsm] +\\d{1,10} +${WHEN}${NAME} *$`),
  link: new RegExp(`^ ?${WHEN}${NAME} +-> +([!-~]{1,256}) *$`),
  other: /^(?!)/,
  unknown: /^(?!)/,
};

const readTime = (year: string, month: string | undefined, day: string | undefined, time: string): FileTime | null => {
  const clock = clockOf(time);
  return clock && fileTime(fullYear(year), Number(month), Number(day), clock);
};
