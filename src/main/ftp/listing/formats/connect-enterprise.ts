import type { ListingFormat } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { readUnixDate } from './unix-date.ts';
import { entryOf } from './words.ts';

/**
 * Batches in a mailbox of CONNECT:Enterprise UNIX (Sterling Commerce, User's Guide, "Batch status flags"): ten flags and the
 * protocol they came by, binary or ASCII, the mailbox, the batch's number, its bytes, and from the date on what Unix writes.
 *
 *     -C--E-----FTP B QUA1I1      18128       41 Aug 12 13:56 QUADTEST
 *     -ARTE-----TCP A cbeodm      22159   629629 Aug 06 05:47 ORDERS
 */
export const connectEnterprise: ListingFormat = {
  name: 'connect-enterprise',
  begin: (context) => (line) => {
    const head = HEAD.exec(line);
    if (head === null) return null;
    const [whole, mailbox = '', size = ''] = head;
    const date = readUnixDate(line, whole.length, context.nowMs);
    const name = date === null ? '' : line.slice(date.end + 1);
    if (date === null || name === '') return null;
    return entryOf(context, name, 'file', {
      size: digits(size, 0, size.length),
      modified: date.modified,
      owner: context.word(mailbox),
    });
  },
};

const HEAD = /^-[A-Z-]{9}[A-Z]{3} [AB] +([!-~]{1,32}) +\d{1,10} +(\d{1,15}) +/;
