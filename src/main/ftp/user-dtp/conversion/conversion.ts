import type { LocalForm, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { ByteBuilder } from './byte-builder.ts';
import type { FileParts, FoundParts, ModeReader, ModeWriter, StructureReader, StructureWriter } from './file-parts.ts';
import { blockReader, blockWriter } from './mode/block.ts';
import { compressedReader, fillerOf } from './mode/compressed.ts';
import { compressedWriter } from './mode/compressed-writer.ts';
import { recordStreamReader, recordStreamWriter, streamReader, streamWriter } from './mode/stream.ts';
import { fileReader, fileWriter } from './structure/file.ts';
import { pageReader } from './structure/page-reader.ts';
import { pageWriter } from './structure/page-writer.ts';
import { recordLinesReader, recordLinesWriter } from './structure/record-lines.ts';
import { recordPrefixedReader, recordPrefixedWriter } from './structure/record-prefixed.ts';
import { textCodeOf } from './text/text-code.ts';

/** What lies at the two ends of a conversion. */
export interface ConversionEnds {
  /** Parameters that have a meaning together, see `meaningless`. */
  readonly parameters: TransferParameters;
  readonly form: LocalForm;
  /** How this system ends a line in a file. */
  readonly lineEnd: '\n' | '\r\n';
  /** Where in the local file the conversion begins, in bytes. */
  readonly from: number;
}

/**
 * Whether the bytes go through as they are: Image and Local of 8 bits, in file structure and stream mode. MODE Z is
 * stream mode with what it carries compressed, which is done below the conversion, see `deflated.ts`.
 */
export const goesUnconverted = ({ type, structure, mode }: TransferParameters): boolean =>
  (type.type === 'I' || type.type === 'L') && structure === 'F' && (mode === 'S' || mode === 'Z');

export const structureWriter = ({ parameters, form, lineEnd }: ConversionEnds, to: FileParts): StructureWriter => {
  const code = textCodeOf(parameters.type, form.codePage);
  switch (parameters.structure) {
    case 'F':
      return fileWriter(to, code);
    case 'R':
      return form.recordForm === 'prefixed'
        ? recordPrefixedWriter(to, code)
        : recordLinesWriter(to, code, Buffer.from(lineEnd));
    case 'P':
      return pageWriter(to);
  }
};

export const structureReader = ({ parameters, form, lineEnd }: ConversionEnds, out: ByteBuilder): StructureReader => {
  const code = textCodeOf(parameters.type, form.codePage);
  const localLineEnd = Buffer.from(lineEnd);
  switch (parameters.structure) {
    case 'F':
      return fileReader(out, code, localLineEnd);
    case 'R':
      return form.recordForm === 'prefixed'
        ? recordPrefixedReader(out, code, localLineEnd)
        : recordLinesReader(out, code, localLineEnd);
    case 'P':
      return pageReader(out);
  }
};

export const modeWriter = ({ type, structure, mode }: TransferParameters, out: ByteBuilder): ModeWriter => {
  switch (mode) {
    case 'S':
    case 'Z':
      return structure === 'R' ? recordStreamWriter(out) : streamWriter(out);
    case 'B':
      return blockWriter(out);
    case 'C':
      return compressedWriter(out, fillerOf(type));
  }
};

export const modeReader = ({ type, structure, mode }: TransferParameters, to: FoundParts): ModeReader => {
  switch (mode) {
    case 'S':
    case 'Z':
      return structure === 'R' ? recordStreamReader(to) : streamReader(to);
    case 'B':
      return blockReader(to);
    case 'C':
      return compressedReader(to, fillerOf(type));
  }
};
