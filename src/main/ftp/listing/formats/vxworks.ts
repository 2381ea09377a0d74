import { clockOf } from '../clock-time.ts';
import { fileTime, monthAt } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords, withoutSpacesBehind } from './words.ts';

/**
 * VxWorks and what is built on it (Nortel's switches among them), `ll` of its shell:
 *
 *       size          date       time       name
 *     --------       ------     ------    --------
 *          512    Nov-20-2026  05:23:30   config            <DIR>
 *       146824    Nov-20-2026  05:34:10   boot.cfg
 */
export const vxworks: ListingFormat = {
  name: 'vxworks',
  begin: (context) => (line) => {
    if (HEADING.test(line) || RULE.test(line)) return NO_ENTRY;
    const found = leadingWords(line, 3);
    if (found === null) return null;
    const [size = '', date = '', time = ''] = found.words;
    const [, month = '', day, year] = /^([A-Z]{3})-(\d{1,2})-(\d{4})$/i.exec(date) ?? [];
    const bytes = digits(size, 0, size.length);
    const clock = clockOf(time);
    const modified = fileTime(Number(year), monthAt(month, 0), Number(day), clock);
    if (bytes < 0 || clock === null || modified === null) return null;
    const shown = withoutSpacesBehind(line.slice(found.next));
    const directory = shown.endsWith(DIRECTORY);
    const name = directory ? withoutSpacesBehind(shown.slice(0, -DIRECTORY.length)) : shown;
    if (name === '') return null;
    if (name === '.' || name === '..') return NO_ENTRY;
    return entryOf(context, name, directory ? 'directory' : 'file', { size: directory ? null : bytes, modified });
  },
};

const HEADING = /^ *size +date +time +name *$/i;
const RULE = /^ *-{4,12}(?: +-{4,12}){3} *$/;
const DIRECTORY = ' <DIR>';
