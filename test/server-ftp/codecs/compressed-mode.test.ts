import { expect, it } from 'vitest';
import { CompressedDecoder, encodeCompressed } from './compressed-mode.ts';
import { dataItem, END_OF_FILE, END_OF_RECORD, type Item } from './items.ts';
import type { Representation } from './representation.ts';
import { asStream, collected, decoded, wire } from './samples.ts';

const IMAGE: Representation = { type: 'I', format: 'N' };
const ASCII: Representation = { type: 'A', format: 'N' };
const EBCDIC: Representation = { type: 'E', format: 'N' };

const data = (bytes: Buffer | string, suspect = false): Item => dataItem(Buffer.from(bytes), suspect);
const encoded = (items: readonly Item[], type = IMAGE, endsApart = false): Promise<Buffer> =>
  collected(encodeCompressed(asStream(items), type, { blockBytes: 100, endsApart }));

// RFC 959 3.4.3: "these n bytes are preceded by a byte with the left-most bit set to 0 and the right-most 7 bits
// containing the number n"; the escape's codes "apply to the succeeding string of bytes".
it('sends byte strings, and the ends in an escape sequence before the last of them', async () => {
  expect(await encoded([data('abc'), END_OF_RECORD, data('de'), END_OF_RECORD, END_OF_FILE])).toEqual(
    wire("00 80 03 'abc' 00 C0 02 'de'"),
  );
  expect(await encoded([data(Buffer.from(Array.from({ length: 130 }, (_, at) => at + 1))), END_OF_FILE])).toEqual(
    Buffer.concat([wire('7F'), Buffer.from(Array.from({ length: 127 }, (_, at) => at + 1)), wire('00 40 03 80 81 82')]),
  );
});

// "To compress a string of n replications of the data byte d, the following 2 bytes are sent": 10nnnnnn d.
it('sends runs as replicated bytes, 63 at the most', async () => {
  expect(await encoded([data(`ab${'x'.repeat(65)}c`), END_OF_FILE])).toEqual(wire("02 'ab' BF 'x' 00 40 03 'xxc'"));
});

// "If the type is ASCII or EBCDIC the filler byte is <SP> (Space, ASCII code 32, EBCDIC code 64). If the type is Image
// or Local byte the filler is a zero byte."
it.each([
  [ASCII, ' '],
  [EBCDIC, '\x40'],
  [IMAGE, '\0'],
  [{ type: 'L', format: 'N' } as const, '\0'],
])('has a filler by the type: %o', async (type, filler) => {
  const bytes = Buffer.from(`a${filler.repeat(5)}b`, 'latin1');
  const sent = wire("01 'a' C5 00 40 01 'b'");
  expect(await encoded([data(bytes), END_OF_FILE], type)).toEqual(sent);
  expect(await decoded(new CompressedDecoder(type), sent, 1)).toEqual([`data a${filler.repeat(5)}b`, 'EOF']);
});

it('has a filler string of none for what is empty', async () => {
  expect(await encoded([END_OF_FILE])).toEqual(wire('00 40 C0'));
  expect(await encoded([END_OF_RECORD, END_OF_RECORD, END_OF_FILE])).toEqual(wire('00 80 C0 00 C0 C0'));
  expect(await encoded([data('a'), END_OF_RECORD, END_OF_FILE], IMAGE, true)).toEqual(wire("01 'a' 00 80 C0 00 40 C0"));
});

it('sends markers as the string behind their escape, and every suspect string behind one', async () => {
  expect(await encoded([data('ab'), { kind: 'marker', text: 'M-1' }, data('c'), END_OF_FILE])).toEqual(
    wire("02 'ab' 00 10 03 'M-1' 00 40 01 'c'"),
  );
  expect(await encoded([data('abcccc', true), data('d'), END_OF_FILE])).toEqual(
    wire("00 20 02 'ab' 00 20 84 'c' 00 40 01 'd'"),
  );
});

it.each([
  ["00 80 03 'abc' 00 C0 02 'de'", ['data abc', 'EOR', 'data de', 'EOR', 'EOF']],
  ["01 'a' 00 80 83 'b' 00 10 03 'M-1' 00 60 C2", ['data abbb', 'EOR', 'marker M-1', 'suspect \0\0', 'EOF']],
  // No string between two escape sequences, and none behind the last: empty ones.
  ['00 80 00 80 00 40', ['EOR', 'EOR', 'EOF']],
  ["00 80 C0 00 40 01 'x'", ['EOR', 'data x', 'EOF']],
])('reads %s, however it is cut', async (text, words) => {
  for (const size of [1, 2, 3, 100])
    expect(await decoded(new CompressedDecoder(IMAGE), wire(text), size)).toEqual(words);
});

it.each([
  ["03 'abc'", '426', /without EOF/],
  ["00 40 03 'ab'", '426', /without EOF/],
  ['00 40 C0 C0', '451', /after EOF/],
  ['00 01 C0', '451', /Descriptor 1 /],
  ["00 10 02 'a' 20", '451', /printable/],
])('refuses %s', async (text, reply, message) => {
  await expect(decoded(new CompressedDecoder(IMAGE), wire(text))).rejects.toMatchObject({
    reply,
    message: expect.stringMatching(message),
  });
});
