import { expect, test } from 'vitest';
import { otherName } from '../../../src/renderer/browse/format/other-name.ts';

test.each([
  ['remote', 'a:b', 'win32', 'a%3Ab'],
  ['remote', 'CON', 'win32', '%43ON'],
  ['remote', 'a:b', 'linux', null],
  ['remote', 'plain.txt', 'win32', null],
  ['local', 'a%3Ab', 'win32', 'a:b'],
  ['local', '50%20 off', 'win32', null],
  ['local', 'a%3Ab', 'linux', null],
] as const)('a %s %s on %s is called %s on the other side', (kind, name, platform, expected) => {
  expect(otherName(kind, name, platform)).toBe(expected);
});
