import { expect, test } from 'vitest';
import { asciiFromNetwork, asciiToNetwork } from '../../../../../src/main/ftp/user-dtp/conversion/ascii.ts';
import type { Codec } from '../../../../../src/main/ftp/user-dtp/conversion/codec.ts';
import { conversionFor } from '../../../../../src/main/ftp/user-dtp/conversion/conversion.ts';

const all = (codec: Codec, ...chunks: string[]) =>
  Buffer.concat([...chunks.map((chunk) => Buffer.from(codec.push(Buffer.from(chunk)))), codec.end()]).toString();

test('received: CR LF becomes LF, a lone CR stays', () => {
  expect(all(asciiFromNetwork(), 'a\r\nb\rc\r\r\n\r')).toBe('a\nb\rc\r\n\r');
  expect(all(asciiFromNetwork(), 'a\r', '\nb')).toBe('a\nb');
  expect(all(asciiFromNetwork(), 'a\r', 'b')).toBe('a\rb');
});

test('sent: LF becomes CR LF, what is CR LF already stays', () => {
  expect(all(asciiToNetwork(), 'a\nb\r\nc\r')).toBe('a\r\nb\r\nc\r');
  expect(all(asciiToNetwork(), 'a\r', '\nb\n')).toBe('a\r\nb\r\n');
});

test('Image and Local 8 need no conversion, EBCDIC is refused', () => {
  expect(conversionFor({ type: 'I' })).toBeNull();
  expect(conversionFor({ type: 'L', byteSize: 8 })).toBeNull();
  expect(() => conversionFor({ type: 'E', format: 'N' })).toThrow('not-supported');
});
