import type { RepresentationType } from '#shared/ftp/transfer-parameters.ts';
import { malformed } from '../faults.ts';
import type { FoundParts, ModeReader } from '../file-parts.ts';
import { describedParts } from './described.ts';

/** The first byte of each of the three kinds of string, and of the escape sequence. */
export const ESCAPE = 0x00;
export const REPLICATED = 0x80;
export const FILLER = 0xc0;
export const MOST_STRING = 0x7f;
export const MOST_COUNT = 0x3f;

/** "If the type is ASCII or EBCDIC the filler byte is <SP> …. If the type is Image or Local byte the filler is a zero byte." */
export const fillerOf = ({ type }: RepresentationType): number => {
  if (type === 'A') return 0x20;
  return type === 'E' ? 0x40 : 0;
};

type Expected =
  | { readonly is: 'string' }
  | { readonly is: 'descriptor' }
  | { readonly is: 'replicated'; readonly count: number }
  | { readonly is: 'data'; left: number };

const A_STRING: Expected = { is: 'string' };
const A_DESCRIPTOR: Expected = { is: 'descriptor' };

/**
 * Compressed mode (RFC 959 3.4.3) as received:
 *
 *     0nnnnnnn d1 … dn   n bytes of data, n > 0      00 xxxxxxxx   a descriptor as in block mode, which applies
 *     10nnnnnn d         n times d                                 "to the succeeding string of bytes"
 *     11nnnnnn           n filler bytes
 *
 * An escape sequence must have its string: one behind another applies to nothing, and is refused.
 */
export const compressedReader = (to: FoundParts, filler: number): ModeReader => {
  const described = describedParts(to);
  let expected: Expected = A_STRING;
  /** What the escape sequence before the string said; null: there was none. */
  let descriptor: number | null = null;

  const begin = (): void => described.begin(descriptor ?? 0);
  const end = (): void => {
    described.end();
    descriptor = null;
    expected = A_STRING;
  };
  const whole = (value: number, count: number): void => {
    begin();
    if (count > 0) described.data(new Uint8Array(count).fill(value));
    end();
  };
  const beginString = (first: number): void => {
    if (first === ESCAPE) {
      if (descriptor !== null) throw malformed('an escape sequence that no string follows');
      expected = A_DESCRIPTOR;
    } else if (first >= FILLER) whole(filler, first & MOST_COUNT);
    else if (first >= REPLICATED) expected = { is: 'replicated', count: first & MOST_COUNT };
    else {
      begin();
      expected = { is: 'data', left: first };
    }
  };

  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        described.refuseMore();
        if (expected.is === 'data') {
          const part = bytes.subarray(at, at + expected.left);
          described.data(part);
          at += part.length;
          expected.left -= part.length;
          if (expected.left === 0) end();
          continue;
        }
        const byte = bytes[at++] ?? 0;
        if (expected.is === 'string') beginString(byte);
        else if (expected.is === 'replicated') whole(byte, expected.count);
        else {
          descriptor = byte;
          expected = A_STRING;
        }
      }
    },
    end: () => described.close(expected.is !== 'string' || descriptor !== null),
  };
};
