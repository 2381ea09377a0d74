import { clockOf } from '../clock-time.ts';
import { fileTime, monthAt } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * VShell's own listing: size, date in words, time, and the name with a slash behind it where it is a directory's.
 *
 *     206876  Nov 20, 2026 21:06 VShell (32 bit).zip
 *     0  Dec 12, 2026 02:13 Documents/
 */
export const vshell: ListingFormat = {
  name: 'vshell',
  begin: (context) => (line) => {
    const found = leadingWords(line, 5);
    if (found === null) return null;
    const [size = '', month = '', day = '', year = '', time = ''] = found.words;
    const bytes = digits(size, 0, size.length);
    const clock = clockOf(time);
    if (bytes < 0 || clock === null || !/^[a-z]{3}$/i.test(month) || !/^\d{1,2},$/.test(day)) return null;
    const modified = fileTime(digits(year, 0, 4), monthAt(month, 0), digits(day, 0, day.length - 1), clock);
    const shown = line.slice(found.end + 1);
    const directory = shown.endsWith('/');
    const name = directory ? shown.slice(0, -1) : shown;
    if (modified === null || year.length !== 4 || name === '') return null;
    if (name === '.' || name === '..') return NO_ENTRY;
    return entryOf(context, name, directory ? 'directory' : 'file', { size: directory ? null : bytes, modified });
  },
};
