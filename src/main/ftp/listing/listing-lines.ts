import { FaultError } from '#shared/fault.ts';

/** Longer lines are no listing: the longest names and paths that any system has are a few thousand bytes. */
export const MAX_LINE_BYTES = 65_536;

/** So much of a listing is read: a million entries take a fifth of it, and a server may go on without end. */
const MAX_LISTING_BYTES = 512 * 1024 * 1024;

/** Bytes, split anywhere, to lines without their line ends. */
export interface ListingLines {
  /** @throws FaultError `listing: too-long` */
  push(bytes: Uint8Array): void;
  /** A last line may lack its line end. */
  end(): void;
}

/**
 * Lines end in CRLF (RFC 959 3.1.1.1, NVT-ASCII) and, from servers that send their files as they are, in LF alone.
 * One CR is taken off, no more: the others are the name's.
 *
 * @param onLine told of each line, one character for each byte
 */
export const createListingLines = (
  onLine: (line: string) => void,
  maxBytes: number = MAX_LISTING_BYTES,
): ListingLines => {
  let unfinished = '';
  let taken = 0;

  const give = (line: string): void => {
    if (line.length > MAX_LINE_BYTES) throw tooLong(LINE_TOO_LONG);
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  };

  return {
    push(bytes) {
      taken += bytes.length;
      if (taken > maxBytes) throw tooLong(`the listing is longer than ${maxBytes} bytes`);
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        give(start === 0 ? unfinished + text.slice(0, end) : text.slice(start, end));
        if (start === 0) unfinished = '';
        start = end + 1;
      }
      unfinished += text.slice(start);
      if (unfinished.length > MAX_LINE_BYTES + 1) throw tooLong(LINE_TOO_LONG);
    },
    end() {
      if (unfinished !== '') give(unfinished);
      unfinished = '';
    },
  };
};

const LINE_TOO_LONG = `a line of the listing is longer than ${MAX_LINE_BYTES} bytes`;

const tooLong = (detail: string): FaultError =>
  new FaultError({
    kind: 'listing',
    stage: 'after-preliminary-reply',
    reason: 'too-long',
    detail,
  });
