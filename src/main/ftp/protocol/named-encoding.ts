import iconv from 'iconv-lite';
import { asBuffer, badInput, encodeAround, escapeBytes, notInEncoding } from './escaped-bytes.ts';
import type { PathnameCodec } from './pathname-codec.ts';

/**
 * The codec for names in one of iconv-lite's encodings.
 *
 * @throws FaultError `refused-here: bad-input` for a name nobody knows, and for an encoding that changes ASCII
 */
export const namedEncodingCodec = (encoding: string): PathnameCodec => {
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
      encodeAround(path, (text) => {
        const bytes = encodeText(text);
        if (decodeText(bytes) !== text) throw notInEncoding(text, encoding);
        return bytes;
      }),
  };
};

const ASCII_BYTES = Buffer.from(Array.from({ length: 128 }, (_, byte) => byte));
const ASCII_TEXT = ASCII_BYTES.toString('latin1');

const leavesAsciiAlone = (encoding: string): boolean =>
  iconv.decode(ASCII_BYTES, encoding) === ASCII_TEXT && iconv.encode(ASCII_TEXT, encoding).equals(ASCII_BYTES);

const isAscii = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
};
