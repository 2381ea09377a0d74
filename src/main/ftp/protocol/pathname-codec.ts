import iconv from 'iconv-lite';
import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';

/** The two ways between a pathname and its bytes on the wire; nothing that was decoded is ever lost on the way back. */
export interface PathnameCodec {
  /** Never throws; `encode` of what it answers gives the same bytes. */
  decode(bytes: Uint8Array): Pathname;
  /**
   * U+DC80 to U+DCFF outside of a surrogate pair become the bytes 0x80 to 0xFF, all else the encoding's bytes.
   * @throws FaultError `refused-here: bad-input` for a character that the encoding does not have: a `?` in its place
   *   would be the name of another file
   */
  encode(path: Pathname): Uint8Array;
}

/**
 * The codec for one site's names.
 *
 * A name is decoded with the encoding. Where encoding it again would not give the same bytes, every byte of 0x80 and
 * above stands as U+DC80 to U+DCFF and the others as ASCII (PEP 383, surrogateescape):
 *
 *     6D FC 6C 6C  as UTF-8  ->  'm\uDCFCll'  ->  6D FC 6C 6C
 *
 * @param encoding an iconv-lite name, or `auto` for UTF-8
 * @throws FaultError `refused-here: bad-input` for a name nobody knows, and for an encoding that does not leave ASCII
 *   as it is (UTF-16, UTF-7): a command line could not be written with it
 */
export const pathnameCodec = (encoding: string): PathnameCodec => {
  const name = encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === 'auto' || name === 'utf8') return utf8;
  const known = codecs.get(name);
  if (known) return known;
  const codec = iconvCodec(encoding);
  codecs.set(name, codec);
  return codec;
};

const codecs = new Map<string, PathnameCodec>();

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8: PathnameCodec = {
  decode(bytes) {
    // A fatal decoder takes only well-formed UTF-8, and that has one spelling: no need to encode it again to see.
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return escapeBytes(bytes);
    }
  },
  encode: (path) =>
    encodeWith(path, (text) => {
      if (!text.isWellFormed()) throw notInEncoding(text, 'UTF-8');
      return Buffer.from(text, 'utf8');
    }),
};

const iconvCodec = (encoding: string): PathnameCodec => {
  if (!iconv.encodingExists(encoding) || !leavesAsciiAlone(encoding)) {
    throw badInput(`no encoding for file names: ${encoding}`);
  }
  const decodeText = (bytes: Uint8Array): string => iconv.decode(bytes, encoding, { stripBOM: false });
  const encodeText = (text: string): Buffer => iconv.encode(text, encoding, { addBOM: false });
  return {
    decode(bytes) {
      if (isAscii(bytes)) return asBuffer(bytes).toString('latin1');
      const text = decodeText(bytes);
      return text.isWellFormed() && encodeText(text).equals(bytes) ? text : escapeBytes(bytes);
    },
    encode: (path) =>
      encodeWith(path, (text) => {
        const bytes = encodeText(text);
        if (decodeText(bytes) !== text) throw notInEncoding(text, encoding);
        return bytes;
      }),
  };
};

const notInEncoding = (text: string, encoding: string): FaultError =>
  badInput(`${JSON.stringify(text)} cannot be written in ${encoding}`);

const badInput = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail });

const ASCII_BYTES = Buffer.from(Array.from({ length: 128 }, (_, byte) => byte));
const ASCII_TEXT = ASCII_BYTES.toString('latin1');

const leavesAsciiAlone = (encoding: string): boolean =>
  iconv.decode(ASCII_BYTES, encoding) === ASCII_TEXT && iconv.encode(ASCII_TEXT, encoding).equals(ASCII_BYTES);

/** With the u flag a class of surrogates matches only those that are not half of a pair. */
const ESCAPED_RUN = /[\uDC80-\uDCFF]+/gu;

const encodeWith = (path: Pathname, encodeText: (text: string) => Buffer): Uint8Array => {
  const parts: Buffer[] = [];
  let done = 0;
  for (const run of path.matchAll(ESCAPED_RUN)) {
    parts.push(encodeText(path.slice(done, run.index)));
    parts.push(Buffer.from(Array.from({ length: run[0].length }, (_, at) => run[0].charCodeAt(at) - 0xdc00)));
    done = run.index + run[0].length;
  }
  return done === 0 ? encodeText(path) : Buffer.concat([...parts, encodeText(path.slice(done))]);
};

const escapeBytes = (bytes: Uint8Array): Pathname =>
  asBuffer(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));

const isAscii = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
