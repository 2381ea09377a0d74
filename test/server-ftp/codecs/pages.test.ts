import { expect, it } from 'vitest';
import { encodePage, LAST_PAGE, type Page, PageDecoder } from './pages.ts';
import { wire } from './samples.ts';

const read = (bytes: Buffer, size = bytes.length): { pages: Page[]; ended: boolean } => {
  const decoder = new PageDecoder();
  const pages: Page[] = [];
  for (let at = 0; at < bytes.length; at += size) pages.push(...decoder.push(bytes.subarray(at, at + size)));
  return { pages, ended: decoder.ended };
};

// RFC 959 3.1.2.3: Header Length, Page Index, Data Length, Page Type, Optional Fields; "All fields are one logical byte
// in length". Appendix I, words 0 to 4, in the same order.
it('sends a header and the data', () => {
  expect(encodePage({ index: 7, type: 1, fields: [], data: Buffer.from('abc') })).toEqual(wire("04 07 03 01 'abc'"));
  expect(encodePage({ index: 8, type: 3, fields: [0x1f], data: Buffer.from('') })).toEqual(wire('05 08 00 03 1F'));
  expect(encodePage({ index: 0, type: 2, fields: [1, 2], data: Buffer.from('d') })).toEqual(
    wire("06 00 01 02 01 02 'd'"),
  );
  expect(LAST_PAGE).toEqual(wire('04 00 00 00'));
});

it('reads pages with their holes, however they are cut', () => {
  const bytes = wire("06 00 01 02 01 02 'd' 04 07 03 01 'abc' 05 09 00 03 1F 04 00 00 00");
  for (const size of [1, 3, 100])
    expect(read(bytes, size)).toEqual({
      pages: [
        { index: 0, type: 2, fields: [1, 2], data: Buffer.from('d') },
        { index: 7, type: 1, fields: [], data: Buffer.from('abc') },
        { index: 9, type: 3, fields: [0x1f], data: Buffer.from('') },
      ],
      ended: true,
    });
});

it('has not ended without a last page', () => {
  expect(read(wire("04 07 03 01 'abc'")).ended).toBe(false);
  expect(read(wire("04 07 03 01 'ab'"))).toEqual({ pages: [], ended: false });
});

it.each([
  ["04 00 01 04 'a'", '551', /type 4 unknown/],
  ["03 00 01 01 'a'", '451', /minimum header length is 4/],
  ["05 00 01 01 00 'a'", '451', /page type 1: it must be 4/],
  ["04 00 01 03 'a'", '451', /page type 3: it must be 5/],
  ['05 00 00 00 00', '451', /page type 0: it must be 4/],
  ["04 00 01 00 'a'", '451', /last page with data/],
  ['04 00 00 00 04', '451', /after the last page/],
])('refuses %s', (text, reply, message) => {
  expect(() => read(wire(text))).toThrow(expect.objectContaining({ reply, message: expect.stringMatching(message) }));
});
