import { describe, expect, test } from 'vitest';
import { fileOf, received, sent, wire, wireOf } from './converted.ts';

const hex = (text: string) => wire(text).toString('hex');
const local = (text: string) => Buffer.from(text, 'latin1');
const pages = { structure: 'P' } as const;
const MAGIC = 'LONGSHORE PAGES 1\n';
const fault = (kind: string, reason: string) =>
  expect.objectContaining({ fault: expect.objectContaining({ kind, reason }) });

describe('3.1.2.3: header length, page index, data length, page type', () => {
  test('a file in one piece is cut into simple pages, type 1, and ends with a last page, type 0', () => {
    expect(wireOf(pages, local('ab'))).toBe(hex("04 00 02 01 'ab' 04 00 00 00"));
    expect(wireOf(pages, local(''))).toBe(hex('04 00 00 00'));
    const long = Buffer.alloc(256, 'x');
    const two = Buffer.concat([wire('04 00 ff 01'), Buffer.alloc(255, 'x'), wire("04 01 01 01 'x' 04 00 00 00")]);
    expect(sent(pages, [long]).bytes).toEqual(two);
    expect(received(pages, [two]).bytes).toEqual(long);
  });

  test('256 pages are the most there can be', () => {
    const largest = Buffer.alloc(256 * 255, 'x');
    const { bytes } = sent(pages, [largest]);
    expect(bytes.subarray(255 * 259, 255 * 259 + 4)).toEqual(wire('04 ff ff 01'));
    expect(received(pages, [bytes]).bytes.equals(largest)).toBe(true);
  });

  test('a larger file is refused before anything of it is sent', () => {
    expect(() => sent(pages, [Buffer.alloc(256 * 255 + 1)])).toThrow(fault('refused-here', 'no-meaning'));
  });
});

// A hole: "Empty pages (holes) in the file are simply not sent" (Appendix I).
const HOLE = "04 00 01 01 'a' 04 07 01 01 'b' 04 00 00 00";

test.each([
  ['a hole', HOLE],
  ['a page that is not full before the end', "04 00 01 01 'a' 04 01 01 01 'b' 04 00 00 00"],
  ['pages out of order', "04 01 01 01 'b' 04 00 01 01 'a' 04 00 00 00"],
  ['a page without data', '04 00 00 01 04 00 00 00'],
  ['a descriptor page with fields of its own', "06 00 02 02 11 22 'fd' 04 00 01 01 'a' 04 00 00 00"],
  ['access controlled pages, header length 5', "05 00 01 03 77 'a' 04 00 00 00"],
])('%s is kept as it is on the wire, and goes back the same', (_, text) => {
  const bytes = wire(text);
  const { bytes: file } = received(pages, [bytes]);
  expect(file.toString('latin1')).toBe(MAGIC + bytes.toString('latin1'));
  expect(sent(pages, [file]).bytes).toEqual(bytes);
});

test('a file in one piece that begins as ours with pages do is kept as pages', () => {
  const text = `${MAGIC}just text`;
  const bytes = Buffer.concat([wire(`04 00 ${text.length.toString(16)} 01`), local(text), wire('04 00 00 00')]);
  const file = fileOf(pages, bytes);
  expect(file).toBe(MAGIC + bytes.toString('latin1'));
  expect(sent(pages, [local(file)]).bytes).toEqual(bytes);
});

test('they go in every mode, in blocks with an end of the file behind the last page', () => {
  expect(wireOf({ ...pages, mode: 'B' }, local('ab'))).toBe(hex("40 00 0a 04 00 02 01 'ab' 04 00 00 00"));
  expect(fileOf({ ...pages, mode: 'B' }, wire("00 00 06 04 00 02 01 'ab' 40 00 04 04 00 00 00"))).toBe('ab');
  expect(wireOf({ ...pages, mode: 'C' }, local('ab'))).toBe(hex("07 04 00 02 01 'ab' 04 00 40 c3"));
});

test('no markers are put in, and those of the server are no checkpoints', () => {
  expect(sent({ ...pages, mode: 'B', markerInterval: 1 }, [local('abcd')]).markers).toEqual([]);
  const { checkpoints } = received({ ...pages, mode: 'B' }, [wire("10 00 01 'm' 40 00 04 04 00 00 00")]);
  expect(checkpoints).toEqual([]);
});

test('where one byte is suspect the whole file is', () => {
  const { suspect } = received({ ...pages, mode: 'B' }, [wire("20 00 06 04 00 02 01 'ab' 40 00 04 04 00 00 00")]);
  expect(suspect).toEqual([{ offset: 0, length: 2 }]);
});

test.each([
  ['a header that is too short', '03 00 00 01', 'malformed-data'],
  ['a page type that is not known', '04 00 00 04', 'malformed-data'],
  ['a simple page with a longer header', '05 00 00 01 00', 'malformed-data'],
  ['an access controlled page with a header of 4', '04 00 00 03', 'malformed-data'],
  ['a last page with data', '04 00 01 00', 'malformed-data'],
  ['a last page with a longer header', '05 00 00 00 00', 'malformed-data'],
  ['bytes behind the last page', '04 00 00 00 04', 'malformed-data'],
  ['no last page', "04 00 01 01 'a'", 'no-end-of-file'],
  ['an end within a page', "04 00 02 01 'a'", 'no-end-of-file'],
])('%s', (_, bytes, reason) => {
  expect(() => received(pages, [wire(bytes)])).toThrow(fault('protocol', reason));
});

test('an end of record in pages', () => {
  expect(() => received({ ...pages, mode: 'B' }, [wire('80 00 04 04 00 00 00')])).toThrow(
    fault('protocol', 'malformed-data'),
  );
});

test.each([
  ['ends before its last page', "04 00 01 01 'a'"],
  ['ends within a page', '04 00'],
  ['has bytes behind its last page', '04 00 00 00 00'],
  ['holds no pages', "'something else'"],
])('a local file with the magic line that %s is refused', (_, text) => {
  expect(() => sent(pages, [local(MAGIC), wire(text)])).toThrow(fault('refused-here', 'no-meaning'));
});
