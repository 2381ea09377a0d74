import type { PrintFormat, RepresentationType, TransferChoice } from '#shared/ftp/transfer-parameters.ts';

/** What a person says of the content of files: RFC 959's representation type without its second parameter. */
export type Content = RepresentationType['type'];

/** How text is made ready for a printer; null for what is no text. */
export const printFormatOf = ({ type }: TransferChoice): PrintFormat | null => ('format' in type ? type.format : null);

/** The choice with another content; the print format stays from one kind of text to the other. */
export const withContent = (choice: TransferChoice, content: Content): TransferChoice => {
  const format = printFormatOf(choice) ?? 'N';
  const types: Readonly<Record<Content, RepresentationType>> = {
    A: { type: 'A', format },
    E: { type: 'E', format },
    I: { type: 'I' },
    // The one byte size that this side has.
    L: { type: 'L', byteSize: 8 },
  };
  return { ...choice, type: types[content] };
};

/** The choice with another print format, where its content is text. */
export const withPrintFormat = (choice: TransferChoice, format: PrintFormat): TransferChoice =>
  'format' in choice.type ? { ...choice, type: { ...choice.type, format } } : choice;
