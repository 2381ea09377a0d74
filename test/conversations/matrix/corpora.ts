import { seeded } from '../seeded.ts';

/** A local file, as bytes. */
export interface Corpus {
  readonly name: string;
  readonly bytes: Buffer;
  /** Takes seconds rather than milliseconds. */
  readonly large: boolean;
}

const RANDOM = seeded(959);

const text = Buffer.from(
  [
    'LF\nCRLF\r\nthe next line is empty\n\nCR alone\rwithin a line\r\r\nCR before CRLF, and two in a row\r\rend\n',
    '  leading blanks, and a long run of them:                                                                \n',
    '\r\n\n\r\r\n\n\r\u00ff\u0085 \u0015 \u0025 \u00e4\u00f6\u00fc {[|]} ~^\\ @#$\n',
    '1a page, for a printer\f\n0double\n+over\n \v\n',
    'the last line has no end, only a CR\r',
  ].join(''),
  'latin1',
);

/** Every byte, alone and in runs about as long as compressed mode can say (63, 127); short enough for 256 pages. */
const allBytes = Buffer.concat(
  Array.from({ length: 256 }, (_, byte) =>
    [1, 2, 3, 4, 17, 62, 63, 64 + (byte % 2)].map((length) =>
      Buffer.concat([Buffer.alloc(length, byte), Buffer.of(0x41)]),
    ),
  ).flat(),
);

/** FF alone, doubled, before what would be a control code, and in long runs: what stream mode escapes. */
const ones = Buffer.concat([
  Buffer.of(0xff, 0xff, 0xff, 0x01, 0xff, 0x02, 0xff, 0x03, 0xff, 0x00, 0x0d, 0xff, 0x0a, 0xff, 0x0d, 0x0a),
  Buffer.alloc(3_000, 0xff),
  ...Array.from({ length: 2_000 }, () => Buffer.of(0xff, RANDOM.below(4), RANDOM.below(2) === 0 ? 0xff : 0x0a)),
  Buffer.of(0xff),
]);

const manyRecords = Buffer.concat(
  Array.from({ length: 40_000 }, (_, index) => {
    // Some empty, some with blanks to fill up, as records of a fixed length have.
    if (index % 97 === 0) return Buffer.from('\n');
    return Buffer.from(`${String(index)}${' '.repeat(index % 31)}${'x'.repeat(index % 5)}\n`);
  }),
);

/** The six files that go through the whole matrix. */
export const corpora: readonly Corpus[] = [
  { name: 'text with LF, CRLF and lone CR', bytes: text, large: false },
  { name: 'all byte values with long runs', bytes: allBytes, large: false },
  { name: 'nothing', bytes: Buffer.alloc(0), large: false },
  { name: 'mostly 0xFF', bytes: ones, large: false },
  { name: '3 MiB at random', bytes: RANDOM.bytes(3 * 1024 * 1024), large: true },
  { name: '40,000 records', bytes: manyRecords, large: true },
];
