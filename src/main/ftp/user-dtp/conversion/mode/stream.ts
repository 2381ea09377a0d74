import type { ByteBuilder } from '../byte-builder.ts';
import { malformed, noEndOfFile } from '../faults.ts';
import type { FoundParts, ModeReader, ModeWriter } from '../file-parts.ts';

const ESCAPE = 0xff;
const EOR = 1;
const EOF = 2;

/**
 * Stream mode (RFC 959 3.4.1) without records: "all bytes are data bytes", and "the EOF is indicated by the sending
 * host closing the data connection". The modes that have restart markers are others: none is ever asked for here.
 */
export const streamWriter = (out: ByteBuilder): ModeWriter => ({
  data: (bytes) => out.append(bytes),
  endOfRecord: () => {},
  endOfFile: () => {},
  marker: () => {},
});

export const streamReader = (to: FoundParts): ModeReader => ({
  push: (bytes) => to.data(bytes),
  end: () => to.endOfFile(),
});

/**
 * Stream mode with records (RFC 959 3.4.1): "EOR and EOF will each be indicated by a two-byte control code", all ones
 * and then "value 1 for EOR and value 2 for EOF"; a data byte of all ones "should be repeated in the second byte".
 *
 *     61 ff EOR EOF   ->   61 ff ff  ff 01  ff 02
 */
export const recordStreamWriter = (out: ByteBuilder): ModeWriter => ({
  data(bytes) {
    let at = 0;
    for (;;) {
      const ones = bytes.indexOf(ESCAPE, at);
      if (ones === -1) break;
      out.append(bytes.subarray(at, ones + 1));
      out.byte(ESCAPE);
      at = ones + 1;
    }
    out.append(at === 0 ? bytes : bytes.subarray(at));
  },
  endOfRecord() {
    out.byte(ESCAPE);
    out.byte(EOR);
  },
  endOfFile() {
    out.byte(ESCAPE);
    out.byte(EOF);
  },
  marker: () => {},
});

/** The same as received; "EOR and EOF may be indicated together … by turning both low order bits on (i.e., the value 3)". */
export const recordStreamReader = (to: FoundParts): ModeReader => {
  let escaped = false;
  let complete = false;

  const control = (code: number): void => {
    if (code < EOR || code > (EOR | EOF)) throw malformed(`control code ${code} in stream mode`);
    if ((code & EOR) !== 0) to.endOfRecord();
    complete = (code & EOF) !== 0;
    if (complete) to.endOfFile();
  };
  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (complete) throw malformed('bytes behind the end of the file');
        if (escaped) {
          const code = bytes[at] ?? 0;
          escaped = false;
          if (code === ESCAPE) to.data(bytes.subarray(at, at + 1));
          else control(code);
          at += 1;
          continue;
        }
        const ones = bytes.indexOf(ESCAPE, at);
        const end = ones === -1 ? bytes.length : ones;
        if (end > at) to.data(bytes.subarray(at, end));
        escaped = ones !== -1;
        at = end + 1;
      }
    },
    end() {
      if (!complete) throw noEndOfFile('the data connection ended before the end of the file was marked');
    },
  };
};
