import { describe, expect, test } from 'vitest';
import { pathnameCodec, utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('UTF-8', () => {
  const codec = utf8Codec;

  test('is what names are in unless a site says otherwise', async () => {
    expect(await pathnameCodec('auto')).toBe(codec);
    expect(await pathnameCodec('UTF-8')).toBe(codec);
  });

  test('reads and writes names of every script', () => {
    for (const name of ['plain', 'Äpfel', 'Ação', '日本語', '\u{1F480} skull', '\uFEFFmarked', 'a\u0308 decomposed']) {
      expect(codec.decode(Buffer.from(name, 'utf8'))).toBe(name);
      expect(hex(codec.encode(name))).toBe(Buffer.from(name, 'utf8').toString('hex'));
    }
  });

  test('keeps bytes that are not UTF-8, all of the name by its bytes', () => {
    expect(codec.decode(bytes('6dfc6c6c'))).toBe('m\uDCFCll');
    // 0xC3 0xA4 alone would be an umlaut; beside a byte that fits nowhere it stays two bytes.
    expect(codec.decode(bytes('c3a4fc'))).toBe('\uDCC3\uDCA4\uDCFC');
    expect(hex(codec.encode('m\uDCFCll'))).toBe('6dfc6c6c');
  });

  test('does not take a second spelling of a character for the first', () => {
    // C0 AF is an overlong slash, ED B2 80 a surrogate: both are refused by RFC 3629 3 and kept as bytes.
    expect(codec.decode(bytes('c0af'))).toBe('\uDCC0\uDCAF');
    expect(codec.decode(bytes('edb280'))).toBe('\uDCED\uDCB2\uDC80');
  });

  test('takes the second half of a pair for a character, not for a byte', () => {
    expect(hex(codec.encode('\u{1F480}'))).toBe('f09f9280');
    expect(hex(codec.encode('\u{1F480}\uDC80'))).toBe('f09f928080');
  });
});

describe('other encodings', () => {
  test('read and write their own', async () => {
    expect((await pathnameCodec('shift_jis')).decode(bytes('93fa967b'))).toBe('日本');
    expect(hex((await pathnameCodec('Shift_JIS')).encode('日本'))).toBe('93fa967b');
    expect((await pathnameCodec('windows-1252')).decode(bytes('6dfc6c6c'))).toBe('müll');
    expect((await pathnameCodec('koi8-r')).decode(bytes('cdc9d2'))).toBe('мир');
  });

  test('keep what is not theirs', async () => {
    // 0x81 begins a character of two bytes; a name that ends there was cut off or is in another encoding.
    expect((await pathnameCodec('shift_jis')).decode(bytes('836081'))).toBe('\uDC83\u0060\uDC81');
    // windows-1252 has no character at 0x81.
    const western = await pathnameCodec('windows-1252');
    expect(hex(western.encode(western.decode(bytes('6181'))))).toBe('6181');
  });

  test('do not read half a surrogate pair where it would stand for a byte', async () => {
    const codec = await pathnameCodec('cesu-8');
    expect(hex(codec.encode(codec.decode(bytes('edb280'))))).toBe('edb280');
  });

  test('refuse a character they do not have instead of writing another name', async () => {
    const latin1 = await pathnameCodec('iso-8859-1');
    expect(() => latin1.encode('/files/日本')).toThrow(/cannot be written in iso-8859-1/);
    expect(() => utf8Codec.encode('half \uD83D')).toThrow(/cannot be written in UTF-8/);
  });

  test.each(['utf-16le', 'utf-7', 'utf-16', 'base64', 'hex', 'nonesuch', ''])('%s is refused', async (encoding) => {
    await expect(pathnameCodec(encoding)).rejects.toThrow(/bad-input/);
  });
});
