import { expect, test } from 'vitest';
import { parseQuotedPathname } from '../../../../src/main/ftp/protocol/quoted-pathname.ts';

test.each([
  ['"/" is the current directory', '/'],
  ['"/a b" is the current directory', '/a b'],
  ['"/a ""b"" c" created', '/a "b" c'],
  ['"/a""" created', '/a"'],
  ['"/a "b" c" is your current location', '/a "b" c'],
  ['"" is current', ''],
  ['/home/guest is the current directory', '/home/guest'],
  ['"C:\\Data" is current', 'C:\\Data'],
])('%s', (text, path) => {
  expect(parseQuotedPathname(text)).toBe(path);
});

test.each(['', 'ok', '"/never closed', '"/never closed""', '"'])('%j holds none', (text) => {
  expect(parseQuotedPathname(text)).toBeNull();
});
