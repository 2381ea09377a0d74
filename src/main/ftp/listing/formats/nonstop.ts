import { clockOf } from '../clock-time.ts';
import { fileTime, fullYear, monthAt } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf } from './words.ts';

/**
 * Guardian files of Tandem and HPE NonStop: name, file code, bytes to the end of file, time, owner, and the four letters
 * that say who may read, write, execute and purge.
 *
 *     File         Code             EOF  Last Modification    Owner  RWEP
 *     IARPTS        101            16354 18-Mar-26 15:09:12 244, 10 "nnnn"
 *     JENNYCB2       84            16384 10-Jul-26 11:44:56 244, 10  nnnn
 */
export const nonstop: ListingFormat = {
  name: 'nonstop',
  begin: (context) => (line) => {
    if (HEADING.test(line)) return NO_ENTRY;
    const found = LINE.exec(line);
    if (found === null) return null;
    const [, name = '', size = '', day, month = '', year = '', time = '', group = '', user = ''] = found;
    const clock = clockOf(time);
    const modified = clock && fileTime(fullYear(year), monthAt(month, 0), Number(day), clock);
    if (modified === null) return null;
    return entryOf(context, name, 'file', {
      size: digits(size, 0, size.length),
      modified,
      owner: context.word(`${group},${user}`),
    });
  },
};

const HEADING = /^ ?File +Code +EOF +Last Modification +Owner +RWEP *$/i;
const LINE =
  /^([A-Z#$][A-Z0-9]{0,7}) +\d{1,5}[A-Z+]? +(\d{1,15}) +(\d{1,2})-([A-Z]{3})-(\d{2}|\d{4}) +(\d{1,2}:\d{2}:\d{2}) +(\d{1,3}), *(\d{1,3}) +"?[ANCGUO-]{4}"? *$/i;
