import { ByteBuilder } from '../byte-builder.ts';
import { malformed, unfitFile } from '../faults.ts';
import type { FileParts, StructureReader, StructureWriter } from '../file-parts.ts';
import { LF_OR_CR_LF, LineSplitter } from '../text/line-splitter.ts';
import { sentBytes, type TextCode } from '../text/text-code.ts';
import { textReader } from '../text/text-reader.ts';

/**
 * Longest record. One that is received has to be held as a whole, since its length stands before it; and a file that
 * is not in this form at all shows it here, as four letters are a number of a thousand million and more.
 */
export const MOST_RECORD_BYTES = 64 * 1024 * 1024;
const PREFIX_BYTES = 4;

/**
 * Record structure (RFC 959 3.1.2.2) as sent, where the local file has before each record its length, four bytes with
 * the highest first, so that any bytes may stand in a record.
 *
 *     00 00 00 02 0a ff  00 00 00 00   ->   0a ff EOR, EOR, EOF
 */
export const recordPrefixedWriter = (to: FileParts, code: TextCode | null): StructureWriter => {
  let prefix = 0;
  let prefixBytes = 0;
  let left = 0;
  const text =
    code &&
    new LineSplitter(LF_OR_CR_LF, {
      text: (bytes) => to.data(sentBytes(code, bytes)),
      lineEnd: () => to.data(code.lineEnd),
    });

  const endRecord = (): void => {
    text?.flush();
    to.endOfRecord();
    prefix = 0;
    prefixBytes = 0;
  };
  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (prefixBytes < PREFIX_BYTES) {
          prefix = prefix * 256 + (bytes[at++] ?? 0);
          prefixBytes += 1;
          if (prefixBytes < PREFIX_BYTES) continue;
          if (prefix > MOST_RECORD_BYTES)
            throw unfitFile(`a record of ${prefix} bytes: the local file does not hold records behind their lengths`);
          left = prefix;
        } else {
          const part = bytes.subarray(at, at + left);
          if (text) text.push(part);
          else to.data(part);
          at += part.length;
          left -= part.length;
        }
        if (left === 0) endRecord();
      }
    },
    end() {
      if (prefixBytes > 0) throw unfitFile('the local file ends within a record');
      to.endOfFile();
    },
    get toRestartPoint() {
      return prefixBytes === PREFIX_BYTES ? left : (PREFIX_BYTES - prefixBytes) % PREFIX_BYTES;
    },
  };
};

/** The same as received. Faults: `protocol: malformed-data` for a record too long to hold. */
export const recordPrefixedReader = (
  out: ByteBuilder,
  code: TextCode | null,
  localLineEnd: Uint8Array,
): StructureReader => {
  const record = new ByteBuilder();
  const text = textReader(record, code, localLineEnd);
  let begun = false;

  const endOfRecord = (): void => {
    text.flush();
    const bytes = record.take();
    const size = bytes.length;
    out.append(Uint8Array.of(size >>> 24, size >>> 16, size >>> 8, size));
    out.append(bytes);
    begun = false;
  };
  return {
    data(bytes) {
      if (bytes.length === 0) return;
      begun = true;
      text.data(bytes);
      if (record.length > MOST_RECORD_BYTES) throw malformed(`a record of more than ${MOST_RECORD_BYTES} bytes`);
    },
    endOfRecord,
    endOfFile() {
      // A server that left out the last end of record meant the record all the same.
      if (begun) endOfRecord();
    },
    get restartable() {
      return !begun;
    },
    get position() {
      return begun ? out.total + PREFIX_BYTES + record.length : out.total;
    },
    get reach() {
      return text.holding ? this.position + 1 : this.position;
    },
    complete: false,
  };
};
