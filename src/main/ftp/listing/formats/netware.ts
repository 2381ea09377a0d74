import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { readUnixDate } from './unix-date.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * Novell NetWare, and Hellsoft's server for it: the kind, the trustee's effective rights, the owner, and from the size on
 * what Unix writes. NetWare has no space behind the kind, Hellsoft has one.
 *
 *     d [R----F--] supervisor            512       Jan 16 18:53    login
 *     -[RWCEAFMS] anna                  1234       Nov 20  2025 report.txt
 */
export const netware: ListingFormat = {
  name: 'netware',
  begin: (context) => (line) => {
    const found = HEAD.exec(line);
    if (found === null) return null;
    const [head, kind] = found;
    const words = leadingWords(line.slice(head.length), 2);
    const [owner = '', size = ''] = words?.words ?? [];
    const bytes = digits(size, 0, size.length);
    if (words === null || bytes < 0) return null;
    const date = readUnixDate(line, head.length + words.next, context.nowMs);
    if (date === null) return null;
    const name = line.slice(date.end).replace(/^ {1,4}/, '');
    if (name === '') return null;
    if (name === '.' || name === '..') return NO_ENTRY;
    const type = kind === 'd' ? 'directory' : 'file';
    return entryOf(context, name, type, {
      size: type === 'directory' ? null : bytes,
      modified: date.modified,
      owner: context.word(owner),
    });
  },
};

const HEAD = /^([d-]) ?\[[RWCEAFMSDO -]{4,12}\] +/;
