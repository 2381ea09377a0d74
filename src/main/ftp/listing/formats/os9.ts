import { fileTime, fullYear } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * Microware OS-9, `dir -e`: owner as group and user, date as year, month and day, time without a colon, attributes for
 * directory, sharing, the public and the owner, the sector of the header, size and name.
 *
 *      Owner    Last modified  attributes sector bytecount name
 *     -------   -------------  ---------- ------ --------- ----
 *        0.0    26/11/20 1947   d-ewrewr       3       118 CMDS
 *        1.27   26/11/20 1945   ----r-wr     d20      4096 startup
 */
export const os9: ListingFormat = {
  name: 'os9',
  begin: (context) => (line) => {
    if (HEADING.test(line) || RULE.test(line)) return NO_ENTRY;
    const found = leadingWords(line, 6);
    if (found === null || found.next >= line.length) return null;
    const [owner = '', date = '', time = '', attributes = '', sector = '', size = ''] = found.words;
    const [, year = '', month, day] = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(date) ?? [];
    const hour = digits(time, 0, 2);
    const minute = digits(time, 2, 4);
    const bytes = digits(size, 0, size.length);
    if (!/^\d{1,5}\.\d{1,5}$/.test(owner) || !ATTRIBUTES.test(attributes) || !/^[0-9A-F]{1,8}$/i.test(sector))
      return null;
    if (bytes < 0 || hour < 0 || minute < 0 || time.length !== 4) return null;
    const modified = fileTime(fullYear(year), Number(month), Number(day), { hour, minute, second: -1 });
    if (modified === null) return null;
    const directory = attributes.startsWith('d');
    return entryOf(context, line.slice(found.next), directory ? 'directory' : 'file', {
      size: directory ? null : bytes,
      modified,
      owner: context.word(owner),
    });
  },
};

const HEADING = /^ *Owner +Last modified +Attributes +Sector +Bytecount +Name *$/i;
const RULE = /^ *-{5,9}(?: +-{4,16}){5} *$/;
/** Directory, sharable, then execute, write and read of the public and of the owner. */
const ATTRIBUTES = /^[d-][s-][e-][w-][r-][e-][w-][r-]$/;
