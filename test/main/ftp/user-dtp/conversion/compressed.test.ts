import { describe, expect, test } from 'vitest';
import { fileOf, received, sent, wire, wireOf } from './converted.ts';

const hex = (text: string) => wire(text).toString('hex');
const local = (text: string) => Buffer.from(text, 'latin1');
const compressed = { mode: 'C' } as const;
const records = { mode: 'C', structure: 'R' } as const;
const fault = (reason: string) =>
  expect.objectContaining({ fault: expect.objectContaining({ kind: 'protocol', reason }) });

describe('received', () => {
  test('3.4.3 Byte string: 0, then seven bits of n, then n bytes of data', () => {
    expect(fileOf(compressed, wire("02 'ab' 00 40 01 'c'"))).toBe('abc');
    expect(fileOf(compressed, Buffer.concat([wire('7f'), Buffer.alloc(127, 'x'), wire('00 40 c0')]))).toBe(
      'x'.repeat(127),
    );
  });

  test('3.4.3 Replicated Byte: 10, then six bits of n, then the byte', () => {
    expect(fileOf(compressed, wire("85 'x' 00 40 c0"))).toBe('xxxxx');
    expect(fileOf(compressed, wire("bf 'x' 00 40 80 'y'"))).toBe('x'.repeat(63));
  });

  test('3.4.3 Filler String: "<SP> (Space, ASCII code 32, EBCDIC code 64)", for Image and Local "a zero byte"', () => {
    expect(fileOf({ ...compressed, type: 'A' }, wire('c3 00 40 c0'))).toBe('   ');
    expect(fileOf({ ...compressed, type: 'E' }, wire('c3 00 40 c0'))).toBe('   ');
    expect(fileOf({ ...compressed, type: 'I' }, wire('c3 00 40 c0'))).toBe('\0\0\0');
    expect(fileOf({ ...compressed, type: 'L8' }, wire('ff 00 40 c0'))).toBe('\0'.repeat(63));
  });

  test('3.4.3: the escape sequence applies "to the succeeding string of bytes", whichever kind it is', () => {
    expect(fileOf(records, wire("01 'a' 00 80 01 'b' 00 80 82 'c' 00 c0 c1"))).toBe('ab\ncc\n\0\n');
  });

  test('a restart marker is the string behind descriptor 16', () => {
    const { bytes, checkpoints } = received(compressed, [wire("01 'a' 00 10 03 'm-1' 00 10 83 '7' 00 40 01 'b'")]);
    expect(bytes.toString()).toBe('ab');
    expect(checkpoints).toEqual([
      { marker: 'm-1', localBytes: 1 },
      { marker: '777', localBytes: 1 },
    ]);
  });

  test('suspect data is one string long', () => {
    const { suspect } = received(compressed, [wire("01 'a' 00 20 83 'x' 00 60 01 'b'")]);
    expect(suspect).toEqual([{ offset: 1, length: 4 }]);
  });

  test.each([
    ['a bit that is not assigned', "00 01 01 'a' 00 40 c0", 'malformed-data'],
    ['an escape sequence behind another', '00 40 00 40 c0', 'malformed-data'],
    ['bytes behind the end of the file', "00 40 01 'a' 01", 'malformed-data'],
    ['an end of record where there are no records', '00 80 c0 00 40 c0', 'malformed-data'],
    ['an escape sequence without its string', "01 'a' 00 40", 'no-end-of-file'],
    ['an end within a string', "00 40 02 'a'", 'no-end-of-file'],
    ['an end before the replicated byte', '00 40 85', 'no-end-of-file'],
    ['an end within an escape sequence', '00', 'no-end-of-file'],
    ['no end of file', "01 'a'", 'no-end-of-file'],
  ])('%s', (_, bytes, reason) => {
    expect(() => received(compressed, [wire(bytes)])).toThrow(fault(reason));
  });
});

describe('sent', () => {
  test('the last string has the end of the file before it, and an empty file is filler of no bytes', () => {
    expect(wireOf(compressed, local('abc'))).toBe(hex("00 40 03 'abc'"));
    expect(wireOf(compressed, local(''))).toBe(hex('00 40 c0'));
  });

  test('a run of four is worth a string of its own, of three is not', () => {
    expect(wireOf(compressed, local('axxxb'))).toBe(hex("00 40 05 'axxxb'"));
    expect(wireOf(compressed, local('axxxxb'))).toBe(hex("01 'a' 84 'x' 00 40 01 'b'"));
  });

  test('filler is one from three on', () => {
    expect(wireOf({ ...compressed, type: 'A' }, local('a  b'))).toBe(hex("00 40 04 'a  b'"));
    expect(wireOf({ ...compressed, type: 'A' }, local('a   b'))).toBe(hex("01 'a' c3 00 40 01 'b'"));
    expect(wireOf({ ...compressed, type: 'E' }, local('   a'))).toBe(hex('c3 00 40 01 81'));
    expect(wireOf(compressed, local('\0\0\0\0'))).toBe(hex('00 40 c4'));
  });

  test('counts have six bits and strings seven: longer ones are cut', () => {
    expect(wireOf(compressed, Buffer.alloc(64 + 63, 'x'))).toBe(hex("bf 'x' bf 'x' 00 40 01 'x'"));
    const distinct = Uint8Array.from({ length: 130 }, (_, at) => at + 1);
    expect(sent(compressed, [distinct]).bytes).toEqual(
      Buffer.concat([wire('7f'), distinct.subarray(0, 127), wire('00 40 03'), distinct.subarray(127)]),
    );
  });

  test('each record ends with its last string', () => {
    expect(wireOf(records, local('ab\n\nxxxx\n'))).toBe(hex("00 80 02 'ab' 00 80 c0 00 80 84 'x' 00 40 c0"));
  });

  test('markers are strings behind descriptor 16, and end a run', () => {
    const { bytes } = sent({ ...compressed, markerInterval: 4 }, [local('xxxxxxxx')]);
    expect(bytes).toEqual(wire("84 'x' 00 10 01 '4' 00 40 84 'x'"));
  });
});
