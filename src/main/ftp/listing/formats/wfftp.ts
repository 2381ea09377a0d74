import { clockOf } from '../clock-time.ts';
import { fileTime, fullYear } from '../listing-date.ts';
import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * WFFTP: name, size, date, the day of the week with a dot, time.
 *
 *     report.txt    1048576    11/20/2026   Fri.   10:00:59
 *     letters       <DIR>      11-20-26     Fri.   10:00
 */
export const wfftp: ListingFormat = {
  name: 'wfftp',
  begin: (context) => (line) => {
    const found = leadingWords(line, 5);
    if (found === null || found.next < line.length) return null;
    const [name = '', size = '', date = '', weekday = '', time = ''] = found.words;
    const [, month, day, year = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(date) ?? [];
    const clock = clockOf(time);
    const directory = size.toUpperCase() === '<DIR>';
    const bytes = digits(size, 0, size.length);
    if (!/^[A-Z]{2,9}\.$/i.test(weekday) || clock === null || (bytes < 0 && !directory)) return null;
    const modified = fileTime(fullYear(year), Number(month), Number(day), clock);
    if (modified === null) return null;
    return entryOf(context, name, directory ? 'directory' : 'file', { size: directory ? null : bytes, modified });
  },
};
