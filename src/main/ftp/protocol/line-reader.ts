import { protocolFault } from './protocol-fault.ts';

const CR = 0x0d;
const LF = 0x0a;

/** Longest line taken from a server-PI, in bytes without its end. */
export const MAX_LINE_BYTES = 64 * 1024;

export interface LineReader {
  /**
   * Takes bytes in any split and calls `onLine` once for each line they complete.
   * Faults: `protocol: line-too-long`; the reader is of no use afterwards.
   */
  push(bytes: Uint8Array): void;
  /** Bytes of a line whose end has not come yet. */
  readonly pending: number;
}

/**
 * Lines end in CRLF (RFC 959 5.3, "Telnet end-of-line"); a bare LF is taken as well, as some servers send it.
 * @param onLine the line without its end; the bytes are the receiver's to keep
 */
export const createLineReader = (onLine: (line: Uint8Array) => void, maxBytes = MAX_LINE_BYTES): LineReader => {
  let parts: Uint8Array[] = [];
  let pending = 0;

  const complete = (last: Uint8Array): void => {
    const line = parts.length === 0 ? new Uint8Array(last) : joined([...parts, last], pending + last.length);
    parts = [];
    pending = 0;
    onLine(line.at(-1) === CR ? line.subarray(0, -1) : line);
  };

  const tooLong = (length: number): boolean => pending + length > maxBytes + 1;

  return {
    push(bytes) {
      let from = 0;
      for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
        if (tooLong(end - from)) throw protocolFault('line-too-long', `more than ${maxBytes} bytes`);
        complete(bytes.subarray(from, end));
        from = end + 1;
      }
      if (from === bytes.length) return;
      if (tooLong(bytes.length - from)) throw protocolFault('line-too-long', `more than ${maxBytes} bytes`);
      // A copy (Buffer's slice is none): the caller's may be used again before the rest of the line comes.
      parts.push(new Uint8Array(bytes.subarray(from)));
      pending += bytes.length - from;
    },
    get pending() {
      return pending;
    },
  };
};

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
