import type { FileType } from '#shared/ftp/file-entry.ts';
import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf } from './words.ts';

/** The last day Date knows, in seconds since 1970. */
const LAST_SECOND = 8_640_000_000_000;

/**
 * Easily Parsed LIST Format (cr.yp.to/ftp/list/eplf.html): facts, each ended by a comma, a tab, and the name as it is.
 *
 *     +i8388621.48594,m825718503,r,s280,<TAB>djb.html
 *     +i8388621.50690,m824255907,/,<TAB>514
 *
 * `m` counts seconds since 1970 in UTC, `s` bytes; unknown facts are passed over, as the format asks.
 */
export const eplf: ListingFormat = {
  name: 'eplf',
  begin: (context) => (line) => {
    if (!line.startsWith('+')) return null;
    const tab = line.indexOf('\t');
    const name = line.slice(tab + 1);
    if (tab < 0 || name === '') return null;
    let type: FileType = 'other';
    let size: number | null = null;
    let seconds = -1;
    for (const fact of line.slice(1, tab).split(',')) {
      if (fact === '/') type = 'directory';
      else if (fact === 'r' && type !== 'directory') type = 'file';
      const value = digits(fact, 1, fact.length);
      if (fact.startsWith('s') && value >= 0) size = value;
      if (fact.startsWith('m')) seconds = value;
    }
    const dated = seconds >= 0 && seconds <= LAST_SECOND;
    return entryOf(context, name, type, {
      size: type === 'directory' ? null : size,
      modified: dated ? { epochMs: seconds * 1_000, precision: 'second', zone: 'utc' } : null,
    });
  },
};
