import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { fileTime } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { entryOf, leadingWords } from './words.ts';

/**
 * Data sets of z/OS and MVS (IBM, z/OS Communications Server: IP User's Guide, "dir"):
 *
 *     Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname
 *     WRK001 3390   2026/11/20  1   15  FB      80 27920  PS  LISTING.TXT
 *     WRK002 3390   2026/11/20  1    5  VB     256  6144  PO  SOURCE.COBOL
 *     WRK003 3390   **NONE**    1    1  U        0  6144  PO-E LOAD.LIB
 *     WRK004 3390                                     VSAM ACCOUNTS.KSDS
 *     MIGRAT                                              OLD.DATA
 *     Pseudo Directory                                    PROJECT
 *
 * The date is of the last reference, which is not the last change, but all there is. Space is counted in tracks: no size.
 */
export const mvsDataSets: ListingFormat = {
  name: 'mvs-data-sets',
  begin: (context) => (line) => {
    if (HEADING.test(line)) return NO_ENTRY;
    const elsewhere = ELSEWHERE.exec(line);
    if (elsewhere !== null) return isName(elsewhere[2]) ? entryOf(context, elsewhere[2] ?? '', 'file') : null;
    const level = PSEUDO_DIRECTORY.exec(line);
    if (level !== null) return isName(level[1]) ? entryOf(context, level[1] ?? '', 'directory') : null;
    const head = leadingWords(line, 2);
    if (head === null || !VOLUME.test(head.words[0] ?? '') || !UNIT.test(head.words[1] ?? '')) return null;
    const words = line.slice(head.next).trimEnd().split(/ +/);
    const name = words.at(-1) ?? '';
    const organisation = words.at(-2) ?? '';
    const type = TYPES.get(organisation);
    if (type === undefined || !isName(name)) return null;
    if (organisation === 'VSAM' && words.length === 2) return entryOf(context, name, type);
    const modified = readDate(words[0] ?? '');
    if (modified === undefined || words.length < 7 || words.length > 9) return null;
    return entryOf(context, name, type, { modified });
  },
};

const HEADING = /^ ?Volume +Unit +Referred +Ext +Used +Recfm +Lrecl +BlkSz +Dsorg +Dsname *$/i;
/** Moved to slower storage (HSM), on tape, or not there: to be had by name all the same. */
const ELSEWHERE = /^(MIGRAT(?:ED)?|ARCIVE(?: Not Direct Access Device)?|Error determining attributes) +(\S+) *$/i;
const PSEUDO_DIRECTORY = /^Pseudo Directory +(\S+) *$/i;
const VOLUME = /^[A-Z0-9$#@*-]{1,6}$/i;
const UNIT = /^[0-9A-F]{4}$|^(?:Tape|DASD)$/i;

/** Data set organisations: a partitioned one is a directory of members. */
const TYPES = new Map<string, FileType>([
  ['PS', 'file'],
  ['PS-E', 'file'],
  ['PS-L', 'file'],
  ['PS-B', 'file'],
  ['DA', 'file'],
  ['VSAM', 'other'],
  ['PO', 'directory'],
  ['PO-E', 'directory'],
]);

/** Qualifiers of up to eight characters with dots between, 44 in all; in quotes where the prefix is not left out. */
const NAME = /^'?[A-Z$#@][A-Z0-9$#@-]{0,7}(?:\.[A-Z0-9$#@-]{1,8}){0,21}'?$/i;
const isName = (text: string | undefined): boolean => text !== undefined && text.length <= 46 && NAME.test(text);

/** null: never; undefined: no date at all. */
const readDate = (word: string): FileTime | null | undefined => {
  if (word === '**NONE**') return null;
  const found = /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(word);
  if (found === null) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return fileTime(digits(year, 0, 4), digits(month, 0, 2), digits(day, 0, 2), null) ?? undefined;
};
