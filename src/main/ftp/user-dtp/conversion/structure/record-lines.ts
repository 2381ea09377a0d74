import type { ByteBuilder } from '../byte-builder.ts';
import { unfitFile } from '../faults.ts';
import type { FileParts, StructureReader, StructureWriter } from '../file-parts.ts';
import { CR_LF_ONLY, LF_OR_CR_LF, LineSplitter, only } from '../text/line-splitter.ts';
import { sentBytes, type TextCode } from '../text/text-code.ts';
import { textReader } from '../text/text-reader.ts';

const LF = 0x0a;

/**
 * Record structure (RFC 959 3.1.2.2) with each record a line of the local file, as sent. In text a CR LF is one end of
 * a line as in file structure; in Image and Local only the local system's own end is, and all other bytes are the
 * record's.
 *
 *     61 0a 0a 62 0a   ->   61 EOR, EOR, 62 EOR, EOF
 *
 * What stands behind the last end of a line is a record too, and "all the end-of-record markers (EOR) are explicit,
 * including the final one" (3.4): text comes back with that line ended. Bytes that nobody may add to are refused
 * instead; behind their lengths they can be records.
 */
export const recordLinesWriter = (to: FileParts, code: TextCode | null, localLineEnd: Uint8Array): StructureWriter => {
  const binaryEnds = localLineEnd.length === 2 ? CR_LF_ONLY : only(LF);
  let withinRecord = false;
  const lines = new LineSplitter(code === null ? binaryEnds : LF_OR_CR_LF, {
    text(bytes) {
      withinRecord = true;
      to.data(sentBytes(code, bytes));
    },
    lineEnd() {
      withinRecord = false;
      to.endOfRecord();
    },
  });
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.flush();
      if (withinRecord && code === null) throw unfitFile('the last line of the local file has no end');
      if (withinRecord) to.endOfRecord();
      to.endOfFile();
    },
    get toRestartPoint() {
      return lines.holding ? 1 : 0;
    },
  };
};

/**
 * The same as received: RFC 959 3.1.2 wants "an internal transformation to the file based on the record structure",
 * useful and invertible. Data that no end of record follows is kept as a line without an end. An end of line inside a record of text becomes one on this disk; the next time that line is a
 * record of its own, as nothing but its place tells the two apart.
 */
export const recordLinesReader = (
  out: ByteBuilder,
  code: TextCode | null,
  localLineEnd: Uint8Array,
): StructureReader => {
  const text = textReader(out, code, localLineEnd);
  return {
    data: text.data,
    endOfRecord() {
      text.flush();
      out.append(localLineEnd);
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
