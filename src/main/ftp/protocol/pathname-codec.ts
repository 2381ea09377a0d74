import type { Pathname } from '#shared/ftp/pathname.ts';
import { encodeAround, escapeBytes, notInEncoding } from './escaped-bytes.ts';

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
export const pathnameCodec = async (encoding: string): Promise<PathnameCodec> => {
  const name = encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === 'auto' || name === 'utf8') return utf8Codec;
  const known = codecs.get(name);
  if (known) return known;
  // The tables of all encodings are larger than the whole engine, and most servers speak UTF-8.
  const { namedEncodingCodec } = await import('./named-encoding.ts');
  const codec = namedEncodingCodec(encoding);
  codecs.set(name, codec);
  return codec;
};

const codecs = new Map<string, PathnameCodec>();

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The codec of names in UTF-8, at hand without waiting. Each name of a path is decoded for itself, so that a path is the
 * same whether it came whole, as in the reply to PWD, or was put together of names from listings.
 */
export const utf8Codec: PathnameCodec = {
  decode(bytes) {
    // A fatal decoder takes only well-formed UTF-8, and that has one spelling: no need to encode it again to see.
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return decodeNames(bytes);
    }
  },
  encode: (path) =>
    encodeAround(path, (text) => {
      if (!text.isWellFormed()) throw notInEncoding(text, 'UTF-8');
      return Buffer.from(text, 'utf8');
    }),
};

const decodeNames = (path: Uint8Array): Pathname => {
  const names: Pathname[] = [];
  for (let start = 0; start <= path.length; ) {
    const slash = path.indexOf(SLASH, start);
    const end = slash < 0 ? path.length : slash;
    names.push(decodeName(path.subarray(start, end)));
    start = end + 1;
  }
  return names.join('/');
};

const SLASH = 0x2f;

const decodeName = (name: Uint8Array): Pathname => {
  try {
    return strictUtf8.decode(name);
  } catch {
    return escapeBytes(name);
  }
};
