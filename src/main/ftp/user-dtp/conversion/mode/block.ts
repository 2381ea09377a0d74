import type { ByteBuilder } from '../byte-builder.ts';
import type { FoundParts, ModeReader, ModeWriter } from '../file-parts.ts';
import { describedParts, EOF, EOR, MARKER } from './described.ts';

/** "The 16 low order bits shall represent byte count." */
const MOST_BLOCK_BYTES = 0xffff;
const HEADER_BYTES = 3;

/**
 * Block mode (RFC 959 3.4.2) as sent: blocks as long as they may be, ended early by the end of a record, of the file,
 * or by a marker. A block is written when the next byte or what ends it is known, so that the flags of an end stand on
 * the last block of data wherever the input was split.
 *
 *     61 62 EOR EOF   ->   80 00 02 61 62   40 00 00
 */
export const blockWriter = (out: ByteBuilder): ModeWriter => {
  const block = new Uint8Array(MOST_BLOCK_BYTES);
  let filled = 0;

  const header = (descriptor: number, count: number): void => {
    out.byte(descriptor);
    out.byte(count >> 8);
    out.byte(count & 0xff);
  };
  const flush = (descriptor: number): void => {
    header(descriptor, filled);
    out.append(block.subarray(0, filled));
    filled = 0;
  };
  return {
    data(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (filled === MOST_BLOCK_BYTES) flush(0);
        const part = bytes.subarray(at, at + MOST_BLOCK_BYTES - filled);
        block.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    },
    endOfRecord: () => flush(EOR),
    endOfFile: () => flush(EOF),
    marker(marker) {
      if (filled > 0) flush(0);
      header(MARKER, marker.length);
      out.append(Buffer.from(marker, 'latin1'));
    },
  };
};

/** The same as received. A block of no bytes is one for its flags, or none at all. */
export const blockReader = (to: FoundParts): ModeReader => {
  const described = describedParts(to);
  const header = new Uint8Array(HEADER_BYTES);
  let headerBytes = 0;
  /** Bytes of the block that are still to come. */
  let left = 0;

  const beginBlock = (): void => {
    const [descriptor = 0, high = 0, low = 0] = header;
    described.begin(descriptor);
    left = high * 256 + low;
  };
  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        described.refuseMore();
        if (headerBytes < HEADER_BYTES) {
          header[headerBytes++] = bytes[at++] ?? 0;
          if (headerBytes < HEADER_BYTES) continue;
          beginBlock();
        } else {
          const part = bytes.subarray(at, at + left);
          described.data(part);
          at += part.length;
          left -= part.length;
        }
        if (left > 0) continue;
        described.end();
        headerBytes = 0;
      }
    },
    end: () => described.close(headerBytes > 0),
  };
};
