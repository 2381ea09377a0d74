import { expect, it } from 'vitest';
import { dataItem, END_OF_FILE, END_OF_RECORD, type Item } from './items.ts';
import { asStream, collected, decoded, wire } from './samples.ts';
import { encodeRecordStream, encodeStream, RecordStreamDecoder, StreamDecoder } from './stream-mode.ts';

const data = (text: string): Item => dataItem(Buffer.from(text, 'latin1'));
const encoded = (items: readonly Item[], endsApart = false): Promise<Buffer> =>
  collected(encodeRecordStream(asStream(items), { endsApart }));

// RFC 959 3.4.1: "If the structure is a file structure, the EOF is indicated by the sending host closing the data
// connection and all bytes are data bytes."
it('adds nothing in file structure', async () => {
  expect(await collected(encodeStream(asStream([data('a\xff\x01b'), END_OF_FILE])))).toEqual(wire("'a' FF 01 'b'"));
  expect(await decoded(new StreamDecoder(), wire("'a' FF 01 'b'"), 1)).toEqual(['data a\xff\x01b', 'EOF']);
});

// "value 1 for EOR and value 2 for EOF. EOR and EOF may be indicated together on the last byte transmitted by turning
// both low order bits on (i.e., the value 3). If a byte of all ones was intended to be sent as data, it should be
// repeated in the second byte of the control code."
it('sends control codes in record structure', async () => {
  const items = [data('ab'), END_OF_RECORD, data('\xff\x01'), END_OF_RECORD, END_OF_FILE];
  expect(await encoded(items)).toEqual(wire("'ab' FF 01 FF FF 01 FF 03"));
  expect(await encoded(items, true)).toEqual(wire("'ab' FF 01 FF FF 01 FF 01 FF 02"));
  expect(await encoded([END_OF_FILE])).toEqual(wire('FF 02'));
  expect(await encoded([END_OF_RECORD, END_OF_RECORD, END_OF_FILE])).toEqual(wire('FF 01 FF 03'));
});

it.each([
  ["'ab' FF 01 FF FF 01 FF 03", ['data ab', 'EOR', 'data \xff\x01', 'EOR', 'EOF']],
  ["FF FF FF FF 'a' FF 01 FF 02", ['data \xff\xffa', 'EOR', 'EOF']],
  ['FF 02', ['EOF']],
])('reads %s, however it is cut', async (text, words) => {
  for (const size of [1, 2, 3, 100]) expect(await decoded(new RecordStreamDecoder(), wire(text), size)).toEqual(words);
});

it.each([
  ["'ab' FF 01", '426', /without EOF/],
  ["'ab' FF 03 'c'", '451', /after EOF/],
  ["'ab' FF 'c' FF 03", '451', /FF 63 is no control code/],
  ['FF 00', '451', /FF 00 is no control code/],
  ['FF 07', '451', /FF 07 is no control code/],
])('refuses %s', async (text, reply, message) => {
  await expect(decoded(new RecordStreamDecoder(), wire(text))).rejects.toMatchObject({
    reply,
    message: expect.stringMatching(message),
  });
});
