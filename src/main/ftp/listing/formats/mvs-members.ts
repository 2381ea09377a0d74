import type { FileTime } from '#shared/ftp/file-entry.ts';
import { clockOf } from '../clock-time.ts';
import { fileTime } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * Members of a partitioned data set of z/OS (IBM, z/OS Communications Server: IP User's Guide), with the statistics that
 * ISPF keeps, or without where nobody kept them; and load modules:
 *
 *      Name     VV.MM   Created       Changed      Size  Init   Mod   Id
 *     PAYROLL   01.03 2025/09/12 2026/11/20 10:00    11    11     0 KIL001
 *     NOSTATS
 *
 *      Name      Size     TTR   Alias-of AC --------- Attributes --------- Amode Rmode
 *     LOADMOD   000430 00060F           00 FO             RN RU            31    ANY
 *
 * The size is in lines: none is told. A name alone is a member only behind one of the headings.
 */
export const mvsMembers: ListingFormat = {
  name: 'mvs-members',
  begin: (context) => {
    let headed = false;
    return (line) => {
      if (HEADING.test(line) || LOAD_HEADING.test(line)) {
        headed = true;
        return NO_ENTRY;
      }
      const [name = ''] = leadingWords(line, 1)?.words ?? [];
      if (!MEMBER.test(name) || !(line.startsWith(name) || line.startsWith(` ${name}`))) return null;
      const rest = line.slice(line.indexOf(name) + name.length);
      if (LOAD_MODULE.test(rest) || (headed && rest.trim() === '')) return entryOf(context, name, 'file');
      const found = STATISTICS.exec(rest);
      const changed = found && readChange(found);
      return changed
        ? entryOf(context, name, 'file', { modified: changed, owner: context.word(found[5] ?? '') })
        : null;
    };
  },
};

const HEADING = /^ ?Name +VV\.MM +Created +Changed +Size +Init +Mod +Id *$/i;
const LOAD_HEADING = /^ ?Name +Size +TTR +Alias-of +AC +-+ *Attributes *-+ +Amode +Rmode *$/i;
const MEMBER = /^[A-Z$#@][A-Z0-9$#@]{0,7}$/i;
const STATISTICS =
  /^ +\d\d\.\d\d +\d{4}\/\d\d\/\d\d +(\d{4})\/(\d\d)\/(\d\d) +(\d\d:\d\d(?::\d\d)?) +\d{1,8} +\d{1,8} +\d{1,8} +(\S{1,8}) *$/;
/** Size and place in hexadecimal, attributes, and the modes at the end. */
const LOAD_MODULE = /^ +[0-9A-F]{6,8} +[0-9A-F]{6} .* (?:24|31|64|ANY) +(?:24|31|64|ANY) *$/;

const readChange = ([, year, month, day, time = '']: RegExpExecArray): FileTime | null =>
  fileTime(Number(year), Number(month), Number(day), clockOf(time));
