import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { foldedName, nameFoldingOf } from '../../../src/main/local/name-folding.ts';
import { scratchFolder } from './scratch-folder.ts';

const NFD = 'e\u0301te\u0301';

describe('which names a disk takes for the same', () => {
  test('is found by trying, and what was tried with is gone', async () => {
    const folder = await scratchFolder();
    const folding = await nameFoldingOf(folder);
    // The disks that tests run on: a name is its bytes on Linux alone.
    if (process.platform === 'linux') expect(folding).toEqual({ case: false, composition: false });
    expect(await readdir(folder)).toEqual([]);
  });

  test('is all of them where it cannot be tried', async () => {
    expect(await nameFoldingOf('/nowhere/at/all')).toEqual({ case: true, composition: true });
  });

  test.each([
    [{ case: true, composition: false }, 'README', 'readme', true],
    [{ case: false, composition: false }, 'README', 'readme', false],
    [{ case: false, composition: true }, NFD, 'été', true],
    [{ case: true, composition: false }, NFD, 'été', false],
    [{ case: true, composition: true }, NFD.toUpperCase(), 'été', true],
    [{ case: true, composition: true }, 'Σίσυφος', 'ΣΊΣΥΦΟΣ', true],
    [{ case: true, composition: false }, 'STRAẞE', 'straße', true],
  ])('with %j: %s and %s: %s', (folding, one, other, same) => {
    expect(foldedName(one, folding) === foldedName(other, folding)).toBe(same);
  });
});
