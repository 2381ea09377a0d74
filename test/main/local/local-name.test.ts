import { describe, expect, test } from 'vitest';
import { freeName } from '../../../src/main/local/free-name.ts';
import { localName } from '../../../src/main/local/local-name.ts';
import { modeOf, permissionsOf } from '../../../src/main/local/local-permissions.ts';

describe('the local name of a server’s', () => {
  test.each(['', '.', '..', '../x', '..\\x', '/etc/x', 'C:\\x', 'a/../../b', 'x\0y'])('%j is refused', (name) => {
    expect(() => localName(name, 'linux')).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ reason: 'unsafe-name' }) }),
    );
  });

  test.each([
    ['plain.txt', 'plain.txt'],
    ['日本語 ä', '日本語 ä'],
    ['caf\uDCE9', 'caf\uDCE9'],
    ['a:b?', 'a:b?'],
    ['CON', 'CON'],
    ['\u{1F6F6}', '\u{1F6F6}'],
  ])('%j stays as it is on Linux', (name, expected) => {
    expect(localName(name, 'linux')).toBe(expected);
  });

  test.each([
    ['caf\uDCE9', 'caf%E9'],
    ['caf%E9', 'caf%25E9'],
    ['a:b', 'a%3Ab'],
    ['a%3ab', 'a%253ab'],
    ['100%41', '100%41'],
    ['100%', '100%'],
  ])('%j becomes %j on macOS', (name, expected) => {
    expect(localName(name, 'darwin')).toBe(expected);
  });

  test.each([
    ['a:b?c', 'a%3Ab%3Fc'],
    ['CON', '%43ON'],
    ['com1.log', '%63om1.log'],
    ['console', 'console'],
    ['nul ', 'nul%20'],
    ['nul .txt', '%6Eul .txt'],
    ['dot.', 'dot%2E'],
    ['space ', 'space%20'],
    ['tab\there', 'tab%09here'],
    ['100%20.txt', '100%20.txt'],
    ['50%20', '50%2520'],
    ['a%3Ab', 'a%253Ab'],
    ['%43ON', '%2543ON'],
  ])('%j becomes %j on Windows', (name, expected) => {
    expect(localName(name, 'win32')).toBe(expected);
  });

  test.each(['\uD800x', 'x\uDC00', 'n'.repeat(256), 'ä'.repeat(128)])('%j is not possible', (name) => {
    expect(() => localName(name, 'linux')).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ cause: 'name-not-possible' }) }),
    );
  });
});

describe('a free name', () => {
  test.each([
    ['report.txt', ['report (2).txt'], 'report (3).txt'],
    ['archive.tar.gz', [], 'archive (2).tar.gz'],
    ['.profile', [], '.profile (2)'],
    ['no extension', [], 'no extension (2)'],
    ['end. of sentence', [], 'end. of sentence (2)'],
  ])('beside %j and %j is %j', async (name, there, expected) => {
    expect(await freeName(name, (candidate) => there.some((taken) => taken === candidate))).toBe(expected);
  });
});

describe('permissions', () => {
  test.each([
    [0o755, 'rwxr-xr-x'],
    [0o4755, 'rwsr-xr-x'],
    [0o2644, 'rw-r-Sr--'],
    [0o1777, 'rwxrwxrwt'],
    [0, '---------'],
  ])('%o is %s and back', (mode, permissions) => {
    expect(permissionsOf(mode)).toBe(permissions);
    expect(modeOf(permissions)).toBe(mode);
  });

  test.each(['rwx', 'rwxrwxrwxx', 'xwrxwrxwr', 'rwxr-xr-S'])('%j is none', (permissions) => {
    expect(modeOf(permissions)).toBeNull();
  });
});
