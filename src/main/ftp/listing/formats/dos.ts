import type { FileEntry, FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { type ClockTime, readClockTime } from '../clock-time.ts';
import { createDateOrders } from '../date-orders.ts';
import { fileTime } from '../listing-date.ts';
import { type ListingContext, type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits, isDigitAt, skipSpaces, skipWord } from '../scan.ts';

/**
 * The `dir` of MS-DOS and Windows, as IIS and many servers on Windows send it:
 *
 *     11-20-26  10:00AM       <DIR>          Program Files
 *     11-20-2026  10:00AM            1048576 report.doc
 *     2026-11-20  10:00            1,048,576 report.doc
 *     20.11.2026  10:00       <JUNCTION>     Users [C:\Benutzer]
 *
 * Month before day with `-` and `/`, day before month with `.`, and another way where the listing has dates that only fit that.
 */
export const dos: ListingFormat = {
  name: 'dos',
  looksAhead: true,
  begin: (context) => {
    const readDate = dateReader(context.nowMs);
    return (line) => {
      if (!isDigitAt(line, 0)) return null;
      const dateEnd = skipWord(line, 0);
      const timeStart = skipSpaces(line, dateEnd);
      let timeEnd = skipWord(line, timeStart);
      let clock = readClockTime(line, timeStart, timeEnd);
      // `10:00 AM`
      const half = skipSpaces(line, timeEnd);
      if (clock !== null && HALF_OF_DAY.test(line.slice(half, half + 3))) {
        clock = readClockTime(line.slice(timeStart, timeEnd) + line.slice(half, half + 2), 0, timeEnd - timeStart + 2);
        timeEnd = half + 2;
      }
      const modified = clock && readDate(line.slice(0, dateEnd), clock);
      if (!modified) return null;
      const kindStart = skipSpaces(line, timeEnd);
      const kindEnd = skipWord(line, kindStart);
      const kind = line.slice(kindStart, kindEnd);
      const special = TYPES.get(kind.toUpperCase());
      const size = special ? null : readSize(kind);
      if (size === -1) return null;
      const name = line.slice(special ? nameAfterKind(line, kindStart, kindEnd) : kindEnd + 1);
      if (name === '') return null;
      return name === '.' || name === '..' ? NO_ENTRY : toEntry(name, special ?? 'file', size, modified, context);
    };
  },
};

const HALF_OF_DAY = /^[AP]M $/i;

const TYPES = new Map<string, FileType>([
  ['<DIR>', 'directory'],
  ['<JUNCTION>', 'link'],
  ['<SYMLINKD>', 'link'],
  ['<SYMLINK>', 'link'],
]);

/** `dir` fills these up to a column of fifteen characters: spaces after that are the name's. */
const KIND_COLUMN = 15;

const nameAfterKind = (line: string, kindStart: number, kindEnd: number): number =>
  Math.min(skipSpaces(line, kindEnd), Math.max(kindStart + KIND_COLUMN, kindEnd + 1));

/** Bytes, in groups of three where the server's language writes them so; -1 for anything else. */
const readSize = (word: string): number => {
  const plain = GROUPED.test(word) ? word.replace(/[.,]/g, '') : word;
  return digits(plain, 0, plain.length);
};

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/;

const dateReader = (nowMs: number): ((word: string, clock: ClockTime) => FileTime | null) => {
  const monthFirst = createDateOrders(['MDY', 'DMY', 'YMD'], nowMs);
  const dayFirst = createDateOrders(['DMY', 'MDY', 'YMD'], nowMs);
  return (word, clock) => {
    const [, first = '', separator, second = '', third = ''] = DATE.exec(word) ?? [];
    if (separator === undefined) return null;
    if (first.length === 4) return fileTime(Number(first), Number(second), Number(third), clock);
    return (separator === '.' ? dayFirst : monthFirst).read(first, second, third, clock);
  };
};

const toEntry = (
  name: string,
  type: FileType,
  size: number | null,
  modified: FileTime,
  context: ListingContext,
): FileEntry => {
  const bracket = type === 'link' && name.endsWith(']') ? name.lastIndexOf(' [') : -1;
  return {
    name: context.name(bracket > 0 ? name.slice(0, bracket) : name),
    type,
    size,
    modified,
    permissions: null,
    owner: null,
    group: null,
    target: bracket > 0 ? context.name(name.slice(bracket + 2, -1)) : null,
  };
};
