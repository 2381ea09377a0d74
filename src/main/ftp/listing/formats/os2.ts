import { clockOf } from '../clock-time.ts';
import { fileTime, fullYear } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf } from './words.ts';

/**
 * OS/2, of IBM's ftpd: size, attributes, date, time and name.
 *
 *               0           DIR   04-11-26   16:26  ADDRESS
 *            1123      A          04-06-26   11:24  WPSFNT.INI
 *            4096      RHS        11-20-26   10:00  OS2LDR
 *     36611      A    04-23-126   10:57  from a server that counts years from 1900
 */
export const os2: ListingFormat = {
  name: 'os2',
  begin: (context) => (line) => {
    const found = LINE.exec(line);
    if (found === null) return null;
    const [, size = '', attributes = '', month, day, year = '', time = '', name = ''] = found;
    const clock = clockOf(time);
    const modified = clock && fileTime(fullYear(year), Number(month), Number(day), clock);
    if (modified === null) return null;
    if (name === '.' || name === '..') return NO_ENTRY;
    const directory = attributes.includes('DIR');
    return entryOf(context, name, directory ? 'directory' : 'file', {
      size: directory ? null : digits(size, 0, size.length),
      modified,
    });
  },
};

const LINE =
  /^ *(\d{1,15})((?: +(?:DIR|[RHSA]{1,4}))*) +(\d{1,2})-(\d{1,2})-(\d{2,4}) +(\d{1,2}:\d{2}(?::\d{2})?) {1,2}([^ ].*)$/;
