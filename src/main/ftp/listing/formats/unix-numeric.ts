import type { FileType } from '#shared/ftp/file-entry.ts';
import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { permissionsOfMode } from '../unix-mode.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * What `stat` tells of files, in numbers: the whole mode in octal, user, group, bytes, and seconds since 1970 in UTC
 * (FileZilla's parser calls it the numerical Unix style).
 *
 *     0100644   500  101   12345    1795255200       report.txt
 *     040755    500  101    4096    1795255200       letters
 */
export const unixNumeric: ListingFormat = {
  name: 'unix-numeric',
  begin: (context) => (line) => {
    const found = leadingWords(line, 5);
    if (found === null || found.next >= line.length) return null;
    const [mode = '', user = '', group = '', size = '', seconds = ''] = found.words;
    const type = MODE.test(mode) ? TYPES.get(Number.parseInt(mode, 8) & TYPE_BITS) : undefined;
    const bytes = digits(size, 0, size.length);
    if (type === undefined || bytes < 0 || !NUMBER.test(user) || !NUMBER.test(group) || !SECONDS.test(seconds))
      return null;
    return entryOf(context, line.slice(found.next), type, {
      size: type === 'directory' ? null : bytes,
      modified: { epochMs: Number(seconds) * 1_000, precision: 'second', zone: 'utc' },
      permissions: context.word(permissionsOfMode(Number.parseInt(mode, 8) & 0o7777)),
      owner: context.word(user),
      group: context.word(group),
    });
  },
};

const MODE = /^[0-7]{5,7}$/;
const NUMBER = /^\d{1,10}$/;
const SECONDS = /^\d{8,11}$/;

/** The bits of st_mode that say what a file is, and what they say. */
const TYPE_BITS = 0o170000;
const TYPES = new Map<number, FileType>([
  [0o100000, 'file'],
  [0o040000, 'directory'],
  [0o120000, 'link'],
  [0o010000, 'other'],
  [0o020000, 'other'],
  [0o060000, 'other'],
  [0o140000, 'other'],
]);
