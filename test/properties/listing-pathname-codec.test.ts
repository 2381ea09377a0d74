import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathnameCodec } from '../../src/main/ftp/protocol/pathname-codec.ts';

const ENCODINGS = [
  'auto',
  'utf-8',
  'cesu-8',
  'iso-8859-1',
  'iso-8859-15',
  'windows-1251',
  'windows-1252',
  'koi8-r',
  'cp437',
  'macroman',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'gbk',
  'big5',
];

/** Random bytes seldom make a whole character: mixed with text that is at home in the encodings, they do. */
const nameBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => Buffer.from(text, 'utf8')),
        fc.constantFrom('日本', 'Äpfel', '\u{1F480}').map((text) => Buffer.from(text, 'utf8')),
        fc.constantFrom('93fa967b', '8360835c', 'c4fc', 'bfbf', 'a1a1', '815c').map((hex) => Buffer.from(hex, 'hex')),
        fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
      ),
      { maxLength: 6 },
    )
    .map((parts) => new Uint8Array(Buffer.concat(parts))),
);

test.each(ENCODINGS)('any bytes come back as they were: %s', async (encoding) => {
  const codec = await pathnameCodec(encoding);
  fc.assert(
    fc.property(nameBytes, (bytes) => {
      expect(Buffer.from(codec.encode(codec.decode(bytes))).toString('hex')).toBe(Buffer.from(bytes).toString('hex'));
    }),
    { numRuns: 500 },
  );
});

test.each(ENCODINGS)(
  'a path of names that were decoded each for itself comes back as its bytes: %s',
  async (encoding) => {
    const codec = await pathnameCodec(encoding);
    fc.assert(
      fc.property(fc.array(nameBytes, { minLength: 1, maxLength: 4 }), (names) => {
        const path = names.map((name) => `/${codec.decode(name)}`).join('');
        const bytes = Buffer.concat(names.flatMap((name) => [Buffer.from('/'), Buffer.from(name)]));
        expect(Buffer.from(codec.encode(path)).toString('hex')).toBe(bytes.toString('hex'));
      }),
      { numRuns: 200 },
    );
  },
);
