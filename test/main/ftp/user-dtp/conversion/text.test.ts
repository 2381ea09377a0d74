import { expect, test } from 'vitest';
import { codePage } from '../../../../../src/main/ftp/user-dtp/conversion/text/ebcdic.ts';
import { fileOf, received, sent, wire, wireOf } from './converted.ts';

const hex = (text: string) => wire(text).toString('hex');
const local = (text: string) => Buffer.from(text, 'latin1');

test('3.1.1.1: "the <CRLF> sequence should be used where necessary to denote the end of a line of text"', () => {
  expect(wireOf({ type: 'A' }, local('a\nb\r\nc\r'))).toBe(hex("'a' 0d 0a 'b' 0d 0a 'c' 0d"));
  expect(fileOf({ type: 'A' }, wire("'a' 0d 0a 'b' 0d 'c' 0d 0d 0a 0d"))).toBe('a\nb\rc\r\n\r');
});

test('on a system that ends lines with CR LF they are the same on both sides', () => {
  const windows = { type: 'A', lineEnd: '\r\n' } as const;
  expect(wireOf(windows, local('a\r\nb\n'))).toBe(hex("'a' 0d 0a 'b' 0d 0a"));
  expect(fileOf(windows, wire("'a' 0d 0a 'b' 0a"))).toBe('a\r\nb\n');
});

test('bytes above 7F and NUL are characters like others', () => {
  expect(wireOf({ type: 'A' }, local('\u00ff\u0000\u00e9'))).toBe('ff00e9');
  expect(fileOf({ type: 'A' }, wire('ff 00 e9'))).toBe('\u00ff\u0000\u00e9');
});

test.each(['AT', 'AC'] as const)('%s: what moves the paper stays in the text (3.1.1.5.2)', (type) => {
  const page = '1Title\n+_____\n0Text\f\u000b\rover\n';
  expect(wireOf({ type }, local(page))).toBe(local(page.replaceAll('\n', '\r\n')).toString('hex'));
  expect(fileOf({ type }, local(page.replaceAll('\n', '\r\n')))).toBe(page);
});

test('3.1.1.2: EBCDIC ends a line with NL, 15; A is C1, a is 81, 0 is F0, space is 40', () => {
  expect(wireOf({ type: 'E' }, local('Aa 0\n'))).toBe(hex('c1 81 40 f0 15'));
  expect(wireOf({ type: 'E' }, local('a\r\nb\rc'))).toBe(hex('81 15 82 0d 83'));
  expect(fileOf({ type: 'E' }, wire('c1 81 40 f0 15'))).toBe('Aa 0\n');
  expect(fileOf({ type: 'E', lineEnd: '\r\n' }, wire('81 15'))).toBe('a\r\n');
});

test('the EBCDIC LF, 25, is no end of a line: it is kept as 85 and goes back as 25', () => {
  expect(fileOf({ type: 'E' }, wire('81 25 82'))).toBe('a\u0085b');
  expect(wireOf({ type: 'E' }, local('a\u0085b'))).toBe(hex('81 25 82'));
});

// From IBM's published pages, where the four differ.
test.each([
  ['037', '[', 0xba],
  ['037', '!', 0x5a],
  ['037', '^', 0xb0],
  ['037', '\\', 0xe0],
  ['273', 'Ä', 0x4a],
  ['273', 'ß', 0xa1],
  ['273', '@', 0xb5],
  ['273', '{', 0x43],
  ['500', '[', 0x4a],
  ['500', '!', 0x4f],
  ['500', '|', 0xbb],
  ['1047', '[', 0xad],
  ['1047', ']', 0xbd],
  ['1047', '^', 0x5f],
] as const)('code page %s has %s at %i', (page, character, place) => {
  const { toLocal, fromLocal } = codePage(page);
  expect(toLocal[place]).toBe(character.charCodeAt(0));
  expect(fromLocal[character.charCodeAt(0)]).toBe(place);
});

test.each(['037', '273', '500', '1047'] as const)('code page %s is a bijection', (page) => {
  const { toLocal, fromLocal } = codePage(page);
  expect(toLocal).toHaveLength(256);
  expect(new Set(toLocal).size).toBe(256);
  expect([...fromLocal].map((ebcdic) => toLocal[ebcdic])).toEqual([...new Uint8Array(256).keys()]);
});

test('digits, letters and controls stand alike in all four pages', () => {
  const [first, ...others] = (['037', '273', '500', '1047'] as const).map((page) => codePage(page).fromLocal);
  const common = [...local('0123456789ABCXYZabcxyz \t\n\r\0')];
  for (const other of others) expect(common.map((byte) => other[byte])).toEqual(common.map((byte) => first?.[byte]));
});

test('a CR that is held back outlives a piece without a byte', () => {
  const [cr, nothing, rest] = [Buffer.from('\r'), Buffer.alloc(0), Buffer.from('a')];
  for (const setting of [{ type: 'A' }, { type: 'A', structure: 'R', mode: 'B' }] as const) {
    expect(sent(setting, [cr, nothing, rest]).bytes).toEqual(sent(setting, [Buffer.from('\ra')]).bytes);
  }
  expect(received({ type: 'A' }, [cr, nothing, rest]).bytes.toString()).toBe('\ra');
  expect(received({ type: 'A' }, [cr, nothing]).bytes.toString()).toBe('\r');
});
