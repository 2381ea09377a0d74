import type { EbcdicCodePage, RepresentationType } from '#shared/ftp/transfer-parameters.ts';
import { codePage } from './ebcdic.ts';
import { CR_LF_ONLY, type LineEnds, only } from './line-splitter.ts';

/** How a text type represents characters and the ends of lines on the data connection. */
export interface TextCode {
  /** What ends a line as received. */
  readonly received: LineEnds;
  /** What ends a line as sent. */
  readonly lineEnd: Uint8Array;
  /** From this disk's bytes to those of the data connection, by value; null: they are the same. */
  readonly fromLocal: Uint8Array | null;
  readonly toLocal: Uint8Array | null;
}

const ASCII_CODE: TextCode = {
  received: CR_LF_ONLY,
  lineEnd: Uint8Array.of(0x0d, 0x0a),
  fromLocal: null,
  toLocal: null,
};

const NL = 0x15;

/**
 * The code of TYPE A or E; null for Image and Local, which are bytes and have none.
 *
 * - ASCII (RFC 959 3.1.1.1): "the <CRLF> sequence should be used where necessary to denote the end of a line of text".
 *   Bytes above 7F go through as they are: servers keep UTF-8 and Latin-1 alike.
 * - EBCDIC (3.1.1.2): "where it is necessary the <NL> character should be used", 15.
 *
 * The print format changes nothing here. With T the text holds CR, LF, NL, VT and FF for a printer (3.1.1.5.2), with C
 * the first character of each line is one of ` 01+` and moves the paper (3.1.1.5.3): both are characters of the
 * text, kept where they stand, so that the file prints where it is printed and comes back as it was stored.
 */
export const textCodeOf = (type: RepresentationType, page: EbcdicCodePage): TextCode | null => {
  if (type.type === 'A') return ASCII_CODE;
  if (type.type !== 'E') return null;
  return { received: only(NL), lineEnd: Uint8Array.of(NL), ...codePage(page) };
};

/** Bytes of the local file as they are sent; null: of no text type. */
export const sentBytes = (code: TextCode | null, bytes: Uint8Array): Uint8Array =>
  code?.fromLocal ? translated(bytes, code.fromLocal) : bytes;

/** Bytes as received as they are kept in the local file. */
export const keptBytes = (code: TextCode, bytes: Uint8Array): Uint8Array =>
  code.toLocal === null ? bytes : translated(bytes, code.toLocal);

const translated = (bytes: Uint8Array, table: Uint8Array): Uint8Array => bytes.map((byte) => table[byte] ?? byte);
