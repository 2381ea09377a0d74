import { describe, expect, test } from 'vitest';
import { fileOf, received, sent, wire, wireOf } from './converted.ts';

const hex = (text: string) => wire(text).toString('hex');
const local = (text: string) => Buffer.from(text, 'latin1');
const block = { mode: 'B' } as const;
const records = { mode: 'B', structure: 'R' } as const;
const fault = (reason: string) =>
  expect.objectContaining({ fault: expect.objectContaining({ kind: 'protocol', reason }) });

describe('3.4.2: "Of the 24 bits of header information, the 16 low order bits shall represent byte count"', () => {
  test('64: "End of data block is EOF"', () => {
    expect(wireOf(block, local('abc'))).toBe(hex("40 00 03 'abc'"));
    expect(wireOf(block, local(''))).toBe(hex('40 00 00'));
    expect(fileOf(block, wire("00 00 02 'ab' 40 00 01 'c'"))).toBe('abc');
    expect(fileOf(block, wire("00 00 03 'abc' 40 00 00"))).toBe('abc');
  });

  test('128: "End of data block is EOR"', () => {
    expect(wireOf(records, local('ab\n\nc\n'))).toBe(hex("80 00 02 'ab' 80 00 00 80 00 01 'c' 40 00 00"));
    expect(fileOf(records, wire("80 00 02 'ab' 80 00 00 40 00 01 'c'"))).toBe('ab\n\nc');
  });

  test('192: "As many bits as necessary may be flagged"', () => {
    expect(fileOf(records, wire("00 00 01 'a' c0 00 01 'b'"))).toBe('ab\n');
  });

  test('a file is cut into the longest blocks, and the last one has the flag', () => {
    const bytes = sent(block, [Buffer.alloc(0xffff + 2, 'x')]).bytes;
    expect(bytes.subarray(0, 4)).toEqual(wire("00 ff ff 'x'"));
    expect(bytes.subarray(3 + 0xffff)).toEqual(wire("40 00 02 'xx'"));
    expect(sent(block, [Buffer.alloc(0xffff)]).bytes.subarray(0, 3)).toEqual(wire('40 ff ff'));
  });
});

test('text is converted on its way into blocks', () => {
  expect(wireOf({ ...block, type: 'A' }, local('a\n'))).toBe(hex("40 00 03 'a' 0d 0a"));
  expect(fileOf({ ...block, type: 'A' }, wire("00 00 02 'a' 0d 40 00 01 0a"))).toBe('a\n');
});

test('3.4.2: "to transmit a six-character marker", descriptor 16 and count 6', () => {
  const { bytes, checkpoints } = received(block, [wire("00 00 01 'a' 10 00 06 'MARK-1' 40 00 01 'b'")]);
  expect(bytes.toString()).toBe('ab');
  expect(checkpoints).toEqual([{ marker: 'MARK-1', localBytes: 1 }]);
});

test('our markers are the bytes of the local file before them, and stand where the interval is over', () => {
  const { bytes, markers } = sent({ ...block, markerInterval: 3 }, [local('abcdefg')]);
  expect(bytes).toEqual(wire("00 00 03 'abc' 10 00 01 '3' 00 00 03 'def' 10 00 01 '6' 40 00 01 'g'"));
  expect(markers).toEqual([3, 6]);
});

test('a transfer that begins in the middle counts from the beginning of the file', () => {
  const { bytes } = sent({ ...block, markerInterval: 10, from: 8 }, [local('89ab')]);
  expect(bytes).toEqual(wire("00 00 02 '89' 10 00 02 '10' 40 00 02 'ab'"));
  const { checkpoints } = received({ ...block, from: 8 }, [wire("00 00 02 '89' 10 00 01 'm' 40 00 00")]);
  expect(checkpoints).toEqual([{ marker: 'm', localBytes: 10 }]);
});

test('no marker of ours stands between the CR and the LF of one end of a line', () => {
  const { bytes, markers } = sent({ ...block, type: 'A', markerInterval: 2 }, [local('a\r\nb')]);
  expect(markers).toEqual([3]);
  expect(bytes).toEqual(wire("00 00 03 'a' 0d 0a 10 00 01 '3' 40 00 01 'b'"));
});

test('none stands within a record behind its length', () => {
  const setting = { ...records, form: { recordForm: 'prefixed' }, markerInterval: 2 } as const;
  const { bytes, markers } = sent(setting, [wire("00 00 00 03 'abc' 00 00 00 01 'd'")]);
  expect(markers).toEqual([7]);
  expect(bytes).toEqual(wire("80 00 03 'abc' 10 00 01 '7' 80 00 01 'd' 40 00 00"));
});

test('a marker of the server counts only where nothing is held back', () => {
  const text = received({ ...block, type: 'A' }, [
    wire("00 00 02 'a' 0d 10 00 01 'm' 00 00 01 0a 10 00 01 'n' 40 00 00"),
  ]);
  expect(text.checkpoints).toEqual([{ marker: 'n', localBytes: 2 }]);
  const setting = { ...records, form: { recordForm: 'prefixed' } } as const;
  const prefixed = received(setting, [wire("00 00 01 'a' 10 00 01 'm' 80 00 01 'b' 10 00 01 'n' 40 00 00")]);
  expect(prefixed.checkpoints).toEqual([{ marker: 'n', localBytes: 6 }]);
});

test('a marker that ends a record as well is no checkpoint: before or behind that end is not said', () => {
  expect(received(records, [wire("00 00 01 'a' 90 00 01 'm' 40 00 00")])).toMatchObject({ checkpoints: [] });
  expect(fileOf(records, wire("00 00 01 'a' 90 00 01 'm' 40 00 00"))).toBe('a\n');
});

describe('32: "Suspected errors in data block"', () => {
  test('is told as bytes of the local file', () => {
    const { bytes, suspect } = received(block, [wire("00 00 02 'ab' 20 00 03 'cde' 40 00 01 'f'")]);
    expect(bytes.toString()).toBe('abcdef');
    expect(suspect).toEqual([{ offset: 2, length: 3 }]);
  });

  test('blocks behind each other are one range', () => {
    const { suspect } = received({ ...block, from: 100 }, [
      wire("20 00 01 'a' 20 00 01 'b' 00 00 01 'c' 60 00 01 'd'"),
    ]);
    expect(suspect).toEqual([
      { offset: 100, length: 2 },
      { offset: 103, length: 1 },
    ]);
  });

  test('an end of line of which one byte is suspect is suspect', () => {
    const { suspect } = received({ ...block, type: 'A' }, [wire("20 00 02 'a' 0d 40 00 02 0a 'b'")]);
    expect(suspect).toEqual([{ offset: 0, length: 2 }]);
    const behind = received({ ...block, type: 'A' }, [wire("00 00 02 'a' 0d 60 00 01 0a")]);
    expect(behind.suspect).toEqual([{ offset: 1, length: 1 }]);
  });

  test('in a record behind its length', () => {
    const setting = { ...records, form: { recordForm: 'prefixed' } } as const;
    const { suspect } = received(setting, [wire("00 00 01 'a' a0 00 02 'bc' 40 00 00")]);
    expect(suspect).toEqual([{ offset: 5, length: 2 }]);
  });
});

test.each([
  ['a bit that is not assigned', "08 00 01 'a' 40 00 00", 'malformed-data'],
  ['an end of record where there are no records', "80 00 01 'a' 40 00 00", 'malformed-data'],
  ['bytes behind the end of the file', "40 00 01 'a' 00", 'malformed-data'],
  ['a marker with a space', "10 00 03 'a b' 40 00 00", 'malformed-data'],
  ['a marker with a line end', '10 00 02 0d 0a 40 00 00', 'malformed-data'],
  ['an empty marker', '10 00 00 40 00 00', 'malformed-data'],
  ['an end within a block', "40 00 02 'a'", 'no-end-of-file'],
  ['an end within a header', '40 00', 'no-end-of-file'],
  ['no end of file', "00 00 01 'a'", 'no-end-of-file'],
  ['nothing at all', '', 'no-end-of-file'],
])('%s', (_, bytes, reason) => {
  expect(() => received(block, [wire(bytes)])).toThrow(fault(reason));
});

test('a marker too long for a command line is refused', () => {
  const longest = wire(`10 04 00 '${'m'.repeat(1024)}' 40 00 00`);
  expect(received(block, [longest]).checkpoints).toHaveLength(1);
  const longer = wire(`10 04 01 '${'m'.repeat(1025)}' 40 00 00`);
  expect(() => received(block, [longer])).toThrow(fault('malformed-data'));
});
