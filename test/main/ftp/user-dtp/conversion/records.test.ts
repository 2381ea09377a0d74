import { expect, test } from 'vitest';
import { fileOf, received, sent, wire, wireOf } from './converted.ts';

const hex = (text: string) => wire(text).toString('hex');
const local = (text: string) => Buffer.from(text, 'latin1');
const stream = { structure: 'R', mode: 'S' } as const;
const fault = (kind: string, reason: string) =>
  expect.objectContaining({ fault: expect.objectContaining({ kind, reason }) });

test('3.4.1: "value 1 for EOR and value 2 for EOF" behind "the escape character", "all ones"', () => {
  expect(wireOf(stream, local('ab\n\nc\n'))).toBe(hex("'ab' ff 01 ff 01 'c' ff 01 ff 02"));
  expect(fileOf(stream, wire("'ab' ff 01 ff 01 'c' ff 01 ff 02"))).toBe('ab\n\nc\n');
});

test('3.4.1: "EOR and EOF may be indicated together on the last byte … (i.e., the value 3)"', () => {
  expect(fileOf(stream, wire("'ab' ff 01 'c' ff 03"))).toBe('ab\nc\n');
});

test('3.4.1: "If a byte of all ones was intended to be sent as data, it should be repeated"', () => {
  expect(wireOf(stream, local('\u00ff\u00ffa\u00ff\n'))).toBe(hex("ff ff ff ff 'a' ff ff ff 01 ff 02"));
  expect(fileOf(stream, wire("ff ff ff ff 'a' ff ff ff 01 ff 02"))).toBe('\u00ff\u00ffa\u00ff\n');
});

test('3.4: "all the end-of-record markers (EOR) are explicit, including the final one"', () => {
  expect(wireOf({ ...stream, type: 'A' }, local('a\nb'))).toBe(hex("'a' ff 01 'b' ff 01 ff 02"));
  expect(wireOf({ ...stream, type: 'E' }, local('a\r'))).toBe(hex('81 0d ff 01 ff 02'));
});

test('bytes whose last line has no end are refused: the end would be one byte more when they come back', () => {
  expect(() => sent(stream, [local('a\nb')])).toThrow(fault('refused-here', 'no-meaning'));
  const windows = { ...stream, lineEnd: '\r\n' } as const;
  expect(() => sent(windows, [local('a\r\nb\r')])).toThrow(fault('refused-here', 'no-meaning'));
});

test('received, data without an end of record is a line without an end', () => {
  expect(fileOf(stream, wire("'a' ff 01 'b' ff 02"))).toBe('a\nb');
});

test('an empty file has no record, a file of one line end has one that is empty', () => {
  expect(wireOf(stream, local(''))).toBe(hex('ff 02'));
  expect(wireOf(stream, local('\n'))).toBe(hex('ff 01 ff 02'));
  expect(fileOf(stream, wire('ff 02'))).toBe('');
});

test('text: CR LF is one end of a line, a CR before an end of record stays', () => {
  expect(wireOf({ ...stream, type: 'A' }, local('a\r\nb\rc\r'))).toBe(hex("'a' ff 01 'b' 0d 'c' 0d ff 01 ff 02"));
  expect(fileOf({ ...stream, type: 'A' }, wire("'a' 0d ff 01 'b' ff 02"))).toBe('a\r\nb');
});

test('text: an end of line within a record becomes one on this disk', () => {
  expect(fileOf({ ...stream, type: 'A' }, wire("'a' 0d 0a 'b' ff 03"))).toBe('a\nb\n');
  expect(fileOf({ ...stream, type: 'E' }, wire('81 15 82 ff 03'))).toBe('a\nb\n');
});

test('EBCDIC: FF is the last place of the page, and doubled', () => {
  expect(wireOf({ ...stream, type: 'E' }, local('\u009f\n'))).toBe(hex('ff ff ff 01 ff 02'));
});

test('Image: only the own end of a line ends a record, all other bytes are data', () => {
  expect(wireOf(stream, local('a\r\nb\n'))).toBe(hex("'a' 0d ff 01 'b' ff 01 ff 02"));
  const windows = { ...stream, lineEnd: '\r\n' } as const;
  expect(wireOf(windows, local('a\nb\r\nc\r\r\n'))).toBe(hex("'a' 0a 'b' ff 01 'c' 0d ff 01 ff 02"));
  expect(fileOf(windows, wire("'a' 0a 'b' ff 01 'c' 0d ff 01 ff 02"))).toBe('a\nb\r\nc\r\r\n');
});

test.each([
  ['a code that is none', "'a' ff 04", 'malformed-data'],
  ['a zero code', 'ff 00', 'malformed-data'],
  ['bytes behind the end', "'a' ff 02 'b'", 'malformed-data'],
  ['no end of file', "'a' ff 01", 'no-end-of-file'],
  ['nothing at all', '', 'no-end-of-file'],
  ['an escape and no code', 'ff 01 ff', 'no-end-of-file'],
])('stream: %s', (_, bytes, reason) => {
  expect(() => received(stream, [wire(bytes)])).toThrow(fault('protocol', reason));
});

const prefixed = { ...stream, form: { recordForm: 'prefixed' } } as const;

test('prefixed: four bytes of length before each record, any bytes in it', () => {
  const file = wire("00 00 00 03 0a ff 00  00 00 00 00  00 00 00 01 'x'");
  const bytes = wire("0a ff ff 00 ff 01  ff 01  'x' ff 01  ff 02");
  expect(wireOf(prefixed, file)).toBe(bytes.toString('hex'));
  expect(received(prefixed, [bytes]).bytes).toEqual(file);
});

test('prefixed: in text the ends of lines within a record are converted, and the length is of what lies here', () => {
  const file = wire("00 00 00 03 'a' 0a 'b'");
  const bytes = wire("'a' 0d 0a 'b' ff 01 ff 02");
  expect(wireOf({ ...prefixed, type: 'A' }, file)).toBe(bytes.toString('hex'));
  expect(received({ ...prefixed, type: 'A' }, [bytes]).bytes).toEqual(file);
});

test('prefixed: a last record without its end is one all the same', () => {
  expect(received(prefixed, [wire("'ab' ff 02")]).bytes).toEqual(wire("00 00 00 02 'ab'"));
});

test.each([
  ['ends within a length', '00 00 00'],
  ['ends within a record', "00 00 00 05 'abc'"],
  ['is text', "'just a text'"],
])('prefixed: a local file that %s is refused', (_, file) => {
  expect(() => sent(prefixed, [wire(file)])).toThrow(fault('refused-here', 'no-meaning'));
});
