import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf } from './words.ts';

/**
 * LISTF of MPE/iX on the HP 3000 (HP, "ARPA File Transfer Protocol User's Guide"; MPE/iX Commands Reference, LISTFILE):
 * of a group with the name in front, of a POSIX directory with the name at the end.
 *
 *     ACCOUNT=  SYS         GROUP=  WORK
 *
 *     FILENAME  CODE  ------------LOGICAL RECORD-----------  ----SPACE----
 *                       SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX
 *
 *     REPORT             80B  FA          12         12   1       16  1  1
 *
 *     PATH= /SYS/WORK/
 *
 *     CODE  ------------LOGICAL RECORD-----------  ----SPACE----  FILENAME
 *             SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX
 *
 *              1B  BA         531        531   1       16  1  1  notes.txt
 *             16W  HBD          3   67107839   1       16  1  *  letters/
 *
 * There is no date. Records are no bytes, except in byte streams, whose records are one byte each.
 */
export const mpeIx: ListingFormat = {
  name: 'mpe-ix',
  begin: (context) => {
    let headed = false;
    return (line) => {
      if (PLACE.test(line) || COLUMNS.test(line) || MORE_COLUMNS.test(line)) {
        headed = true;
        return NO_ENTRY;
      }
      if (!headed) return null;
      const behind = NAME_BEHIND.exec(line);
      const found = behind ?? NAME_BEFORE.exec(line);
      if (found === null) return null;
      const { name = '', size, type = '', records } = found.groups ?? {};
      const directory = name.endsWith('/');
      const called = directory ? name.slice(0, -1) : name;
      if (called === '') return null;
      if (called === '.' || called === '..') return NO_ENTRY;
      return entryOf(context, called, directory ? 'directory' : 'file', {
        size: !directory && size === '1B' && type.startsWith('B') ? Number(records) : null,
      });
    };
  },
};

const PLACE = /^ ?(?:PATH= *\/[!-~]{0,1024}|ACCOUNT *= *\S{1,8} +GROUP *= *\S{1,8}) *$/;
const COLUMNS = /^ ?(?:FILENAME +)?CODE +-+LOGICAL RECORD-+ +-+SPACE-+(?: +FILENAME)? *$/;
const MORE_COLUMNS = /^ *SIZE +TYP +EOF +LIMIT +R\/B +SECTORS +#X +MX *$/;
const RECORD =
  '(?<size>\\d{1,6}[BW]) +(?<type>[A-Z]{2,3})\\*? +(?<records>\\d{1,10}) +\\d{1,10} +\\d{1,5} +\\d{1,10} +\\d{1,3} +(?:\\d{1,3}|\\*)';
/** A code is a number or a word: `NMPRG`. */
const NAME_BEHIND = new RegExp(`^ {0,40}(?:[A-Z0-9-]{1,6} +)?${RECORD} {1,3}(?<name>[!-~]{1,255}) *$`);
const NAME_BEFORE = new RegExp(`^ ?(?<name>[A-Z][A-Z0-9]{0,7})\\*? +(?:[A-Z0-9-]{1,6} +)?${RECORD} *$`);
