import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAbsoluteLocal, joinLocal, localSegments, parentLocal } from '../../../src/renderer/state/local-path.ts';

describe('on Linux and macOS', () => {
  test('joins and climbs', () => {
    expect(joinLocal('/', 'home', '/')).toBe('/home');
    expect(joinLocal('/home', 'ann', '/')).toBe('/home/ann');
    expect(parentLocal('/home/ann', '/')).toBe('/home');
    expect(parentLocal('/home', '/')).toBe('/');
    expect(parentLocal('/', '/')).toBe('/');
  });

  test('takes a backslash for a letter like any other', () => {
    expect(localSegments('/a\\b', '/').map((segment) => segment.name)).toEqual(['/', 'a\\b']);
  });

  test('splits into folders that each lead on', () => {
    expect(localSegments('/home/ann', '/')).toEqual([
      { name: '/', path: '/' },
      { name: 'home', path: '/home' },
      { name: 'ann', path: '/home/ann' },
    ]);
  });
});

describe('on Windows', () => {
  test('knows drives', () => {
    expect(parentLocal('C:\\Users\\Ann', '\\')).toBe('C:\\Users');
    expect(parentLocal('C:\\Users', '\\')).toBe('C:\\');
    expect(parentLocal('C:\\', '\\')).toBe('C:\\');
    expect(joinLocal('C:\\', 'Users', '\\')).toBe('C:\\Users');
    expect(localSegments('C:\\Users', '\\').map((segment) => segment.path)).toEqual(['C:\\', 'C:\\Users']);
  });

  test('knows shares', () => {
    expect(parentLocal('\\\\server\\share\\a', '\\')).toBe('\\\\server\\share\\');
    expect(parentLocal('\\\\server\\share\\', '\\')).toBe('\\\\server\\share\\');
  });
});

test('tells a path that stands on its own', () => {
  expect(isAbsoluteLocal('/a', '/')).toBe(true);
  expect(isAbsoluteLocal('a', '/')).toBe(false);
  expect(isAbsoluteLocal('C:\\a', '\\')).toBe(true);
  expect(isAbsoluteLocal('a\\b', '\\')).toBe(false);
});

test('the parent of a name in a folder is that folder', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !/[/\\:]/.test(text));
  fc.assert(
    fc.property(fc.array(name), name, fc.constantFrom('/' as const, '\\' as const), (folders, leaf, separator) => {
      const root = separator === '/' ? '/' : 'C:\\';
      const folder = folders.reduce((path, next) => joinLocal(path, next, separator), root);
      expect(parentLocal(joinLocal(folder, leaf, separator), separator)).toBe(folder);
      expect(localSegments(folder, separator).at(-1)?.path).toBe(folder);
    }),
  );
});
