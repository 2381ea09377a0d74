import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { type ClockTime, clockOf } from '../clock-time.ts';
import { fileTime, fullYear } from '../listing-date.ts';
import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords, withoutSpacesBehind } from './words.ts';

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
  begin: (context) => (line) => {
    const member = leadingWords(line, 2);
    if (member?.words[1] === '*MEM' && member.next < line.length) {
      const name = withoutSpacesBehind(line.slice(member.next));
      return entryOf(context, name, 'file', { owner: context.word(member.words[0] ?? '') });
    }
    const found = leadingWords(line, 5);
    if (found === null || found.next >= line.length) return null;
    const [owner = '', size = '', date = '', time = '', kind = ''] = found.words;
    const clock = clockOf(time);
    const bytes = digits(size, 0, size.length);
    const modified = clock && readDate(date, clock);
    if (bytes < 0 || modified === null || !/^\*[A-Z0-9]{2,10}$/.test(kind)) return null;
    const shown = line.slice(found.next);
    const name = shown.endsWith('/') ? shown.slice(0, -1) : shown;
    if (name === '') return null;
    const type: FileType = shown.endsWith('/') || DIRECTORIES.has(kind) ? 'directory' : 'file';
    return entryOf(context, name, type, {
      owner: context.word(owner),
      modified,
      size: STREAM_FILES.has(kind) ? bytes : null,
    });
  },
};

const DIRECTORIES: ReadonlySet<string> = new Set(['*DIR', '*DDIR', '*LIB', '*FLR']);
const STREAM_FILES: ReadonlySet<string> = new Set(['*STMF', '*DSTMF']);

/** As the job's date format has it: `11/20/26`, `20/11/26`, `20.11.26`, `98/11/26`, `26-11-20`. */
const readDate = (word: string, clock: ClockTime): FileTime | null => {
  const found = /^(\d{2,4})([-/.])(\d{2})\2(\d{2}|\d{4})$/.exec(word);
  if (found === null) return null;
  const [, first = '', separator, second = '', third = ''] = found;
  const at = (year: string, month: string, day: string): FileTime | null =>
    fileTime(fullYear(year), Number(month), Number(day), clock);
  if (first.length === 4 || separator === '-') return at(first, second, third);
  if (separator === '.') return at(third, second, first);
  return at(third, first, second) ?? at(third, second, first) ?? at(first, second, third);
};
