import { expect, test } from 'vitest';
import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { isSameChoice } from '../../../../src/renderer/transfers/choice/same-choice.ts';

const ebcdic: TransferChoice = { ...DEFAULT_TRANSFER_CHOICE, type: { type: 'E', format: 'N' } };
const records: TransferChoice = { ...DEFAULT_TRANSFER_CHOICE, structure: 'R' };

test.each([
  ['themselves', ebcdic, { ...ebcdic }, true],
  ['a code page without EBCDIC', DEFAULT_TRANSFER_CHOICE, { ...DEFAULT_TRANSFER_CHOICE, codePage: '500' }, true],
  ['a form of records without records', ebcdic, { ...ebcdic, recordForm: 'prefixed' }, true],
  ['the content', DEFAULT_TRANSFER_CHOICE, ebcdic, false],
  ['the print format', ebcdic, { ...ebcdic, type: { type: 'E', format: 'C' } }, false],
  ['the code page of EBCDIC', ebcdic, { ...ebcdic, codePage: '500' }, false],
  ['the structure', DEFAULT_TRANSFER_CHOICE, records, false],
  ['the form of records', records, { ...records, recordForm: 'prefixed' }, false],
  ['the mode', records, { ...records, mode: 'B' }, false],
] as const)('choices that differ in %s', (_, a, b, same) => {
  expect(isSameChoice(a, b)).toBe(same);
  expect(isSameChoice(b, a)).toBe(same);
});
