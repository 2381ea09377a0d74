import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { type ClockTime, clockOf } from '../clock-time.ts';
import { createDateOrders } from '../date-orders.ts';
import { fileTime } from '../listing-date.ts';
import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, type LeadingWords, leadingWords, withoutSpacesBehind } from './words.ts';

/**
 * Objects of OS/400 and IBM i (IBM, "FTP server subcommands: LIST", naming formats 0 and 1): owner, size, date, time, the
 * object's type and its name, with a slash behind it where there is something in it.
 *
 *     ANNA            77824 11/20/26 15:09:55 *DIR       letters/
 *     ANNA             1234 20.11.26 15:09:55 *STMF      report.txt
 *     QPGMR                                    *MEM       QCLSRC.MBR
 *
 * The size is of the storage, and of the bytes to be had only for stream files.
 */
export const os400: ListingFormat = {
  name: 'os400',
  looksAhead: true,
  begin: (context) => {
    const readDate = dateReader(context.nowMs);
    return (line) => {
      const member = leadingWords(line, 2);
      if (member?.words[1] === '*MEM' && member.next < line.length) {
        const name = withoutSpacesBehind(line.slice(nameAfter(line, '*MEM', member)));
        return entryOf(context, name, 'file', { owner: context.word(member.words[0] ?? '') });
      }
      const found = leadingWords(line, 5);
      if (found === null || found.next >= line.length) return null;
      const [owner = '', size = '', date = '', time = '', kind = ''] = found.words;
      const clock = clockOf(time);
      const bytes = digits(size, 0, size.length);
      const modified = clock && readDate(date, clock);
      if (bytes < 0 || modified === null || !/^\*[A-Z0-9]{2,10}$/.test(kind)) return null;
      const shown = line.slice(nameAfter(line, kind, found));
      const name = shown.endsWith('/') ? shown.slice(0, -1) : shown;
      if (name === '') return null;
      const type: FileType = shown.endsWith('/') || DIRECTORIES.has(kind) ? 'directory' : 'file';
      return entryOf(context, name, type, {
        owner: context.word(owner),
        modified,
        size: STREAM_FILES.has(kind) ? bytes : null,
      });
    };
  },
};

/** The type fills a column of ten and a space: further spaces are the name's. */
const nameAfter = (line: string, kind: string, { end, next }: LeadingWords): number =>
  Math.min(next, line.length - 1, Math.max(end + 1, end - kind.length + KIND_COLUMN));

const KIND_COLUMN = 11;

const DIRECTORIES: ReadonlySet<string> = new Set(['*DIR', '*DDIR', '*LIB', '*FLR']);
const STREAM_FILES: ReadonlySet<string> = new Set(['*STMF', '*DSTMF']);

/** The job's date format, DATFMT, is *MDY, *DMY or *YMD, or *ISO, with whatever DATSEP has between the numbers. */
const dateReader = (nowMs: number): ((word: string, clock: ClockTime) => FileTime | null) => {
  const slashed = createDateOrders(['MDY', 'DMY', 'YMD'], nowMs);
  const dotted = createDateOrders(['DMY', 'YMD', 'MDY'], nowMs);
  const hyphened = createDateOrders(['YMD', 'DMY', 'MDY'], nowMs);
  return (word, clock) => {
    const [, first = '', separator, second = '', third = ''] = DATE.exec(word) ?? [];
    if (separator === undefined) return null;
    if (first.length === 4) return fileTime(Number(first), Number(second), Number(third), clock);
    const orders = separator === '/' ? slashed : separator === '.' ? dotted : hyphened;
    return orders.read(first, second, third, clock);
  };
};

const DATE = /^(\d{2}|\d{4})([-/.])(\d{2})\2(\d{2}|\d{4})$/;
