import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf } from './words.ts';

/**
 * What NLST answers (RFC 959 4.1.3): "a stream of names of files and no other information". Some servers write each name
 * with the way to it:
 *
 *     report.txt
 *     ./report.txt
 *     /home/anna/report.txt
 *
 * A line that leads anywhere else is no name of this directory.
 */
export const names: ListingFormat = {
  name: 'names',
  begin: (context) => {
    const prefix = context.directory.endsWith('/') ? context.directory : `${context.directory}/`;
    return (line) => {
      const way = line.startsWith('./') ? './' : line.startsWith(prefix) ? prefix : '';
      const name = line.slice(way.length);
      if (name === '' || name.includes('/')) return null;
      if (name === '.' || name === '..') return NO_ENTRY;
      return entryOf(context, name, 'unknown');
    };
  },
};
