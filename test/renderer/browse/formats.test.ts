import { File, FileArchive, FileSymlink, Folder } from 'lucide-react';
import { describe, expect, test } from 'vitest';
import { fileIcon } from '../../../src/renderer/browse/format/file-icon.ts';
import {
  bitsOf,
  commonBits,
  octalOf,
  parseOctal,
  permissionBit,
} from '../../../src/renderer/browse/format/permission-bits.ts';
import { nameProblem, stemLength } from '../../../src/renderer/format/name-problem.ts';

describe('permissions', () => {
  test('are read as nine bits', () => {
    expect(octalOf(bitsOf('rwxr-xr-x'))).toBe('755');
    expect(octalOf(bitsOf('rw-------'))).toBe('600');
    expect(octalOf(bitsOf('---------'))).toBe('000');
  });

  test('take set-id and sticky for the execute bit they stand on', () => {
    expect(octalOf(bitsOf('rwsr-sr-t'))).toBe('755');
    // A capital letter says that the execute bit is not set.
    expect(octalOf(bitsOf('rwSr-Sr-T'))).toBe('644');
  });

  test('go to octal and back', () => {
    for (let bits = 0; bits <= 0o777; bits += 1) expect(parseOctal(octalOf(bits))).toBe(bits);
  });

  test('refuse what is not octal', () => {
    for (const text of ['', '7', '75', '7555', '888', '0x1', 'rwx']) expect(parseOctal(text)).toBeNull();
  });

  test('have one bit for each box', () => {
    expect(permissionBit(0, 0)).toBe(0o400);
    expect(permissionBit(1, 1)).toBe(0o020);
    expect(permissionBit(2, 2)).toBe(0o001);
  });

  test('of several files tell what they share and what they do not', () => {
    expect(commonBits([0o755, 0o644])).toEqual({ bits: 0o644, mixed: 0o111 });
    expect(commonBits([0o600])).toEqual({ bits: 0o600, mixed: 0 });
    expect(commonBits([])).toEqual({ bits: 0, mixed: 0 });
  });
});

describe('a new name', () => {
  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['.', 'dots'],
    ['..', 'dots'],
    ['a/b', 'separator'],
    ['a\\b', 'separator'],
    ['a\nb', 'control'],
    ['a', null],
    ['.hidden', null],
    ['港', null],
  ])('%j: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  test('is offered with its ending left alone', () => {
    expect(stemLength('photo.jpg', false)).toBe(5);
    expect(stemLength('archive.tar.gz', false)).toBe(11);
    expect(stemLength('.profile', false)).toBe(8);
    expect(stemLength('v1.2', true)).toBe(4);
    expect(stemLength('plain', false)).toBe(5);
  });
});

test('an icon says what kind of file it is', () => {
  expect(fileIcon('directory', 'photos.zip')).toBe(Folder);
  expect(fileIcon('link', 'photos.zip')).toBe(FileSymlink);
  expect(fileIcon('file', 'Photos.ZIP')).toBe(FileArchive);
  expect(fileIcon('file', 'zip')).toBe(File);
  expect(fileIcon('file', '.zip')).toBe(File);
});
