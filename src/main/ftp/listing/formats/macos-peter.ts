import type { ListingFormat } from '../listing-format.ts';
import { readUnixDate } from './unix-date.ts';
import { entryOf } from './words.ts';

/**
 * NetPresenz and Peter's FTPd of the classic Mac OS: in the place of links, owner and group the bytes of the resource
 * fork, of the data fork, and of both; a folder has the word and the number of what is in it.
 *
 *     -------r--         326  1391972  1392298 Nov 22  1995 MegaPhone.sit
 *     drwxrwxr-x               folder        2 May 10  1996 network
 *
 * The third number is the sum of the two before it, which tells such a line from one of Unix that has no group. Three zeros
 * tell nothing: such a line is left to Unix, and empty either way.
 *
 * Which of the sizes a transfer has depends on the form it takes (MacBinary, BinHex, the data fork alone): none is told.
 */
export const macosPeter: ListingFormat = {
  name: 'macos-peter',
  begin: (context) => (line) => {
    const head = HEAD.exec(line);
    if (head === null) return null;
    const date = readUnixDate(line, head[0].length, context.nowMs);
    if (date === null) return null;
    const name = line.slice(date.end + 1);
    if (name === '') return null;
    const directory = head[1] === 'd';
    const [resources = '', data, both] = head[3]?.split(/ +/) ?? [];
    if (directory !== (resources === 'folder')) return null;
    if (!directory && (Number(both) === 0 || Number(resources) + Number(data) !== Number(both))) return null;
    return entryOf(context, name, directory ? 'directory' : 'file', {
      modified: date.modified,
      permissions: context.word(head[2] ?? ''),
    });
  },
};

const HEAD = /^([d-])([r-][w-][x-][r-][w-][x-][r-][w-][x-]) +(\d{1,12} +\d{1,12} +\d{1,12}|folder +\d{1,9}) /;
