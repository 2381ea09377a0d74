import { expect, it } from 'vitest';
import { BlockDecoder, encodeBlocks } from './block-mode.ts';
import { dataItem, END_OF_FILE, END_OF_RECORD, type Item } from './items.ts';
import { asStream, collected, decoded, wire } from './samples.ts';

const data = (text: string, suspect = false): Item => dataItem(Buffer.from(text), suspect);
const encoded = (items: readonly Item[], blockBytes = 100, endsApart = false): Promise<Buffer> =>
  collected(encodeBlocks(asStream(items), { blockBytes, endsApart }));

// RFC 959 3.4.2: "the 16 low order bits shall represent byte count, and the 8 high order bits shall represent
// descriptor codes"; "128 End of data block is EOR, 64 End of data block is EOF, 32 Suspected errors in data block, 16
// Data block is a restart marker".
it('frames data, and tells the ends with the last block of a record and of the file', async () => {
  expect(await encoded([data('abc'), END_OF_RECORD, data('de'), END_OF_RECORD, END_OF_FILE])).toEqual(
    wire("80 00 03 'abc' C0 00 02 'de'"),
  );
  expect(await encoded([data('abcdefg'), END_OF_FILE], 3)).toEqual(wire("00 00 03 'abc' 00 00 03 'def' 40 00 01 'g'"));
});

it('tells the ends apart where that is asked for', async () => {
  expect(await encoded([data('abc'), END_OF_RECORD, END_OF_FILE], 100, true)).toEqual(
    wire("00 00 03 'abc' 80 00 00 40 00 00"),
  );
});

it('has blocks of no data for an empty file, an empty record, and records of none at all', async () => {
  expect(await encoded([END_OF_FILE])).toEqual(wire('40 00 00'));
  expect(await encoded([END_OF_RECORD, END_OF_RECORD, END_OF_FILE])).toEqual(wire('80 00 00 C0 00 00'));
});

// "For example, to transmit a six-character marker, the following would be sent: Descrptr code= 16, Byte count = 6".
it('sends the marker of the example, and marks suspect data', async () => {
  expect(await encoded([{ kind: 'marker', text: 'sixchr' }, END_OF_FILE])).toEqual(wire("10 00 06 'sixchr' 40 00 00"));
  expect(await encoded([data('ab', true), data('cd'), END_OF_FILE])).toEqual(wire("20 00 02 'ab' 40 00 02 'cd'"));
});

it('counts in 16 bits, high order first', async () => {
  expect((await encoded([data('x'.repeat(259)), END_OF_FILE], 65_535)).subarray(0, 4)).toEqual(wire("40 01 03 'x'"));
});

it.each([
  ["80 00 03 'abc' C0 00 02 'de'", ['data abc', 'EOR', 'data de', 'EOR', 'EOF']],
  ["00 00 02 'ab' 00 00 00 10 00 03 'M-1' 60 00 01 'c'", ['data ab', 'marker M-1', 'suspect c', 'EOF']],
  ['80 00 00 40 00 00', ['EOR', 'EOF']],
])('reads %s, however it is cut', async (text, words) => {
  for (const size of [1, 2, 5, 100]) expect(await decoded(new BlockDecoder(), wire(text), size)).toEqual(words);
});

it.each([
  ["00 00 03 'abc'", '426', /without EOF/],
  ['40 00 00 00', '451', /after EOF/],
  ['41 00 00', '451', /Descriptor 65/],
  ["10 00 03 'a b'", '451', /printable/],
  ['10 00 00', '451', /printable/],
  ["40 00 03 'ab'", '426', /without EOF/],
])('refuses %s', async (text, reply, message) => {
  await expect(decoded(new BlockDecoder(), wire(text))).rejects.toMatchObject({
    reply,
    message: expect.stringMatching(message),
  });
});
