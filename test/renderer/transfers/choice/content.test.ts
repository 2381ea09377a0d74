import { describe, expect, test } from 'vitest';
import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { printFormatOf, withContent, withPrintFormat } from '../../../../src/renderer/transfers/choice/content.ts';

const printed: TransferChoice = { ...DEFAULT_TRANSFER_CHOICE, type: { type: 'A', format: 'C' }, structure: 'R' };

describe('another content', () => {
  test('text is not for print unless somebody says so', () => {
    expect(withContent(DEFAULT_TRANSFER_CHOICE, 'A').type).toEqual({ type: 'A', format: 'N' });
  });

  test('keeps the print format from one kind of text to the other', () => {
    expect(withContent(printed, 'E')).toEqual({ ...printed, type: { type: 'E', format: 'C' } });
  });

  test('that is no text has none', () => {
    expect(withContent(printed, 'I')).toEqual({ ...printed, type: { type: 'I' } });
    expect(printFormatOf(withContent(printed, 'I'))).toBeNull();
  });

  test('local bytes are of 8 bits', () => {
    expect(withContent(printed, 'L').type).toEqual({ type: 'L', byteSize: 8 });
  });
});

describe('another print format', () => {
  test('of text', () => expect(printFormatOf(withPrintFormat(printed, 'T'))).toBe('T'));

  test('changes nothing of what is no text', () => {
    expect(withPrintFormat(DEFAULT_TRANSFER_CHOICE, 'T')).toBe(DEFAULT_TRANSFER_CHOICE);
  });
});
