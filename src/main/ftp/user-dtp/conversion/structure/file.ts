import type { ByteBuilder } from '../byte-builder.ts';
import { malformed } from '../faults.ts';
import type { FileParts, StructureReader, StructureWriter } from '../file-parts.ts';
import { LF_OR_CR_LF, LineSplitter } from '../text/line-splitter.ts';
import { sentBytes, type TextCode } from '../text/text-code.ts';
import { textReader } from '../text/text-reader.ts';

/**
 * File structure (RFC 959 3.1.2.1) as sent: "a continuous sequence of data bytes". Text has its lines ended as its
 * type wants; a CR LF in the local file is one end of a line, a CR alone is a character.
 *
 *     TYPE A:   61 0a 62 0d 0a 0d   ->   61 0d 0a 62 0d 0a 0d
 *     TYPE E:   61 0a 62 0d 0a 0d   ->   81 15 82 15 0d
 */
export const fileWriter = (to: FileParts, code: TextCode | null): StructureWriter => {
  if (code === null) {
    return { push: (bytes) => to.data(bytes), end: () => to.endOfFile(), toRestartPoint: 0 };
  }
  const lines = new LineSplitter(LF_OR_CR_LF, {
    text: (bytes) => to.data(sentBytes(code, bytes)),
    lineEnd: () => to.data(code.lineEnd),
  });
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.flush();
      to.endOfFile();
    },
    get toRestartPoint() {
      return lines.holding ? 1 : 0;
    },
  };
};

/** File structure as received; the inverse of {@link fileWriter}, with the local system's ends of lines. */
export const fileReader = (out: ByteBuilder, code: TextCode | null, localLineEnd: Uint8Array): StructureReader => {
  const text = textReader(out, code, localLineEnd);
  return {
    data: text.data,
    endOfRecord() {
      throw malformed('an end of record in a file that has no records');
    },
    endOfFile: text.flush,
    get restartable() {
      return !text.holding;
    },
    get position() {
      return out.total;
    },
    get reach() {
      return text.holding ? out.total + 1 : out.total;
    },
    complete: false,
  };
};
