import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { printFormatOf } from './content.ts';

/** Whether two choices move files alike: a code page counts for EBCDIC only, a form of records for records only. */
export const isSameChoice = (a: TransferChoice, b: TransferChoice): boolean =>
  a.type.type === b.type.type &&
  printFormatOf(a) === printFormatOf(b) &&
  a.structure === b.structure &&
  a.mode === b.mode &&
  (a.type.type !== 'E' || a.codePage === b.codePage) &&
  (a.structure !== 'R' || a.recordForm === b.recordForm);
