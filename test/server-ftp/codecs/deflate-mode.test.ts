import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DeflateDecoder, encodeDeflated } from './deflate-mode.ts';
import { dataItem, END_OF_FILE, END_OF_RECORD } from './items.ts';
import { asStream, collected, decoded, wire } from './samples.ts';
import { encodeRecordStream, RecordStreamDecoder, StreamDecoder } from './stream-mode.ts';

it('sends one zlib stream of what stream mode would send', async () => {
  const items = [dataItem(Buffer.from('abc')), END_OF_RECORD, END_OF_FILE];
  const sent = await collected(encodeDeflated(encodeRecordStream(asStream(items), { endsApart: false })));
  // RFC 1950: a compression method of 8, and the check bits a multiple of 31.
  expect([sent.readUInt8(0) & 0x0f, sent.readUInt16BE(0) % 31]).toEqual([8, 0]);
  expect(inflateSync(sent)).toEqual(wire("'abc' FF 03"));
});

it('reads it, however it is cut', async () => {
  const sent = deflateSync('abc'.repeat(10_000));
  for (const size of [1, 7, sent.length])
    expect(await decoded(new DeflateDecoder(new StreamDecoder()), sent, size)).toEqual([
      `data ${'abc'.repeat(10_000)}`,
      'EOF',
    ]);
  expect(await decoded(new DeflateDecoder(new RecordStreamDecoder()), deflateSync(wire("'a' FF 03")))).toEqual([
    'data a',
    'EOR',
    'EOF',
  ]);
  expect(await decoded(new DeflateDecoder(new StreamDecoder()), deflateSync(''))).toEqual(['EOF']);
});

it.each([
  ['cut short', deflateSync('abcdefgh').subarray(0, 10), '426', /without EOF/],
  ['nothing at all', Buffer.alloc(0), '426', /without EOF/],
  ['no zlib', Buffer.from('plain text'), '451', /Not a zlib stream/],
  ['with something behind it', Buffer.concat([deflateSync('abc'), Buffer.from('x')]), '451', /after EOF/],
  ['with a wrong checksum', Buffer.concat([deflateSync('abc').subarray(0, -1), Buffer.from([0])]), '451', /zlib/],
] as const)('refuses a stream %s', async (_what, bytes, reply, message) => {
  for (const size of [1, 100])
    await expect(decoded(new DeflateDecoder(new StreamDecoder()), bytes, size)).rejects.toMatchObject({
      reply,
      message: expect.stringMatching(message),
    });
});
