import type { FileTime } from '#shared/ftp/file-entry.ts';
import { type ClockTime, clockOf } from '../clock-time.ts';
import { fileTime, monthAt } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { skipSpaces, skipWord } from '../scan.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * A directory as OpenVMS servers write it (VSI TCP/IP Services, MultiNet, TCPware):
 *
 *     Directory DISK$USER:[ANNA]
 *
 *     LOGIN.COM;3          2/3      20-NOV-2026 10:00:00  [STAFF,ANNA]  (RWED,RWED,RE,)
 *     NOTES.DIR;1          1/3      20-NOV-2026 10:00     [ANNA]        (RWE,RWE,RE,RE)
 *     OLD.TXT;2            1/3      20-NOV-2026           [ANNA]        (RWED,RWED,RE,)
 *     SUMMARY.TXT;1        [ANNA]   1/3   20-NOV-2026 10:00   (RWE,RWE,RE,)
 *     PRIVATE.TXT;1        %RMS-E-PRV, insufficient privilege or file protection violation
 *
 *     Total of 3 files, 4/9 blocks
 *
 * Sizes are in blocks of 512 bytes, of which the last may not be full, so none is told. A directory is called without
 * the `.DIR;1` that only its file has; a file keeps its version.
 */
export const vms: ListingFormat = {
  name: 'vms',
  begin: (context) => (line) => {
    if (HEADING.test(line) || TOTAL.test(line)) return NO_ENTRY;
    const name = /^([^ ;]+);\d+(?= )/.exec(line);
    if (name === null) return null;
    const directory = /\.DIR$/i.test(name[1] ?? '');
    const called = directory ? (name[1] ?? '').slice(0, -'.DIR'.length) : name[0];
    const type = directory ? 'directory' : 'file';
    if (called === '') return null;
    const rest = line.slice(name[0].length);
    if (NOT_TOLD.test(rest)) return entryOf(context, called, type);
    const ownerFirst = OWNER_FIRST.exec(rest)?.[0] ?? '';
    const told = rest.slice(ownerFirst.length);
    const found = leadingWords(told, 2);
    const [blocks = '', date = ''] = found?.words ?? [];
    if (found === null || !BLOCKS.test(blocks)) return null;
    const timeEnd = skipWord(told, found.next);
    const clock = clockOf(told.slice(found.next, timeEnd).replace(/\.\d+$/, ''));
    const modified = readDate(date, clock);
    if (modified === null) return null;
    const behind = told.slice(clock === null ? found.next : skipSpaces(told, timeEnd));
    return entryOf(context, called, type, { modified, ...readOwner(ownerFirst.trim() + behind, context.word) });
  },
};

const HEADING = /^Directory [^ ]+$/i;
const TOTAL = /^(?:Grand )?Total of \d+ (?:files?|director(?:y|ies))\b/i;
/** RMS says why it does not tell more: `%RMS-E-PRV, …`, or MultiNet `No privilege for attempted operation`. */
const NOT_TOLD = /^ +(?:%\w+-\w-\w+|no privilege|insufficient privilege)/i;
const BLOCKS = /^\d{1,12}(?:\/\d{1,12})?$/;
const DATE = /^(\d{1,2})-([A-Z]{3})-(\d{4})$/i;

/** `20-NOV-2026`, with `10:00`, `10:00:00`, `10:00:00.00` or no time at all behind it. */
const readDate = (date: string, clock: ClockTime | null): FileTime | null => {
  const found = DATE.exec(date);
  const month = monthAt(found?.[2] ?? '', 0);
  return found === null ? null : fileTime(Number(found[3]), month, Number(found[1]), clock);
};

/** Some servers have the owner before the blocks. */
const OWNER_FIRST = /^ +\[[^\] ]{1,80}\](?= )/;

const OWNER = /^\[(?:([^\],]*),)?([^\],]*)\]/;
const PROTECTION = /\(([RWED]*),([RWED]*),([RWED]*),([RWED]*)\)/i;

/** `[GROUP,OWNER]`, and the protection of system, owner, group and world, of which Unix knows three. */
const readOwner = (text: string, word: (bytes: string) => string) => {
  const [, group = '', owner = ''] = OWNER.exec(text) ?? [];
  const found = PROTECTION.exec(text);
  const rights = (letters: string): string =>
    `${/R/i.test(letters) ? 'r' : '-'}${/W/i.test(letters) ? 'w' : '-'}${/E/i.test(letters) ? 'x' : '-'}`;
  return {
    owner: owner === '' ? null : word(owner),
    group: group === '' ? null : word(group),
    permissions: found === null ? null : word(found.slice(2).map(rights).join('')),
  };
};
