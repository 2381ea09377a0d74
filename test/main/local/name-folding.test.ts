import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { foldedName, nameFoldingOf, PROBE } from '../../../src/main/local/name-folding.ts';
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

  test('what a program left that was killed meanwhile goes, and what another is at work with stays', async () => {
    const folder = await scratchFolder();
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(join(folder, `${PROBE}${ended}-1-a`), '');
    await writeFile(join(folder, `${PROBE}${process.pid}-1-a`), '');
    // What is known of a disk is not looked for again.
    vi.resetModules();
    const again = await import('../../../src/main/local/name-folding.ts');
    await again.nameFoldingOf(folder);
    expect(await readdir(folder)).toEqual([`${PROBE}${process.pid}-1-a`]);
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
