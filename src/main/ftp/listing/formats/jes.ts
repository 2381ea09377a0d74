import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { entryOf } from './words.ts';

/**
 * Jobs in the spool of z/OS, after SITE FILETYPE=JES (IBM, z/OS Communications Server: IP User's Guide, "Interfacing with
 * JES"), by interface level 2 and 1:
 *
 *     JOBNAME  JOBID    OWNER    STATUS CLASS
 *     PAYROLL  JOB01234 ANNA     OUTPUT A        RC=0000 3 spool files
 *     PAYROLL  JOB01235 ANNA     ACTIVE A
 *     PAYROLL  JOB01236 OUTPUT    3 Spool Files
 *
 * What RETR takes is the job's number, so that is the name.
 */
export const jes: ListingFormat = {
  name: 'jes',
  begin: (context) => (line) => {
    if (HEADING.test(line)) return NO_ENTRY;
    const found = JOB.exec(line);
    if (found === null) return null;
    const [, name = '', owner] = found;
    return entryOf(context, name, 'file', { owner: owner === undefined ? null : context.word(owner) });
  },
};

const HEADING = /^ ?JOBNAME +JOBID +OWNER +STATUS +CLASS *$/i;
const JOB =
  /^ ?[A-Z$#@][A-Z0-9$#@]{0,7} +((?:JOB|TSU|STC|J|T|S)\d{5,7})(?: +(?!INPUT|ACTIVE|OUTPUT|HELD)([A-Z$#@][A-Z0-9$#@]{0,7}))? +(?:INPUT|ACTIVE|OUTPUT|HELD)(?: .*)?$/i;
