import type { FileTime } from '#shared/ftp/file-entry.ts';
import { clockOf } from '../clock-time.ts';
import { fileTime, fullYear } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * Files of CMS on z/VM (IBM, z/VM TCP/IP User's Guide, "VM-format list"): name, type, mode, record format and length,
 * records, blocks, date, time, and the minidisk or its owner.
 *
 *     PROFILE  EXEC     A1 V        30          8          1 2026-11-20 14:12:55 ANNA191
 *     NOTES    TXT      A1 F        80         12          1 11/20/26   14:12:55 ANNA191
 *     SUBDIR   DIR      -  -         -          -          - 2026-11-20 14:12:55 ANNA
 *
 * A file is called by its name and type with a dot between. Records are no bytes: no size.
 */
export const zvm: ListingFormat = {
  name: 'zvm',
  begin: (context) => (line) => {
    if (HEADING.test(line)) return NO_ENTRY;
    const found = leadingWords(line, 9);
    if (found === null) return null;
    const [name = '', type = '', mode = '', format = '', length = '', records = '', blocks = '', date = '', time = ''] =
      found.words;
    if (!NAME.test(name) || !NAME.test(type)) return null;
    const directory = type.toUpperCase() === 'DIR' && [mode, format, length, records, blocks].every(isDash);
    const file = /^[A-Z]\d?$/i.test(mode) && /^[VF]$/i.test(format) && [length, records, blocks].every(isNumber);
    const modified = readDate(date, time);
    if (!(directory || file) || modified === null) return null;
    const owner = line.slice(found.next).trimEnd();
    if (owner.includes(' ')) return null;
    return entryOf(context, directory ? name : `${name}.${type}`, directory ? 'directory' : 'file', {
      modified,
      owner: owner === '' ? null : context.word(owner),
    });
  },
};

const HEADING = /^ ?Filename +Filetype +Fm +Format +Lrecl +Records +Blocks +Date +Time\b/i;
const NAME = /^[A-Z0-9$#@+:_-]{1,8}$/i;
const isDash = (word: string): boolean => word === '-';
const isNumber = (word: string): boolean => /^\d{1,10}$/.test(word);

/** `2026-11-20`, or as Americans write it `11/20/26`. */
const readDate = (date: string, time: string): FileTime | null => {
  const clock = clockOf(time);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(date);
  if (clock === null) return null;
  if (iso !== null) return fileTime(Number(iso[1]), Number(iso[2]), Number(iso[3]), clock);
  if (american === null) return null;
  return fileTime(fullYear(american[3] ?? ''), Number(american[1]), Number(american[2]), clock);
};
