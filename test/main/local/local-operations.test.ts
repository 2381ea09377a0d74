import { mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyDropped } from '../../../src/main/local/copy-tree.ts';
import {
  changeLocalMode,
  makeLocalDirectory,
  renameLocal,
  trashLocal,
} from '../../../src/main/local/local-operations.ts';
import { scratchFolder } from './scratch-folder.ts';

describe('a new folder', () => {
  test('is made once', async () => {
    const folder = await scratchFolder();
    await makeLocalDirectory(join(folder, 'new'));
    expect((await stat(join(folder, 'new'))).isDirectory()).toBe(true);
    await expect(makeLocalDirectory(join(folder, 'new'))).rejects.toMatchObject({ fault: { cause: 'exists' } });
  });
});

describe('renaming', () => {
  test('moves a file and never replaces another', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'a');
    await writeFile(join(folder, 'b'), 'b');
    await expect(renameLocal(join(folder, 'a'), join(folder, 'b'))).rejects.toMatchObject({
      fault: { kind: 'local-file', cause: 'exists' },
    });
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('b');
    await renameLocal(join(folder, 'a'), join(folder, 'c'));
    expect((await readdir(folder)).sort()).toEqual(['b', 'c']);
  });

  test('of what is not there says so', async () => {
    const folder = await scratchFolder();
    await expect(renameLocal(join(folder, 'a'), join(folder, 'b'))).rejects.toMatchObject({
      fault: { cause: 'not-found' },
    });
  });
});

describe('several files at once', () => {
  test('get their mode, and each failure is told', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), '');
    const outcome = await changeLocalMode([join(folder, 'none'), join(folder, 'a')], 0o600);
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600);
    expect(outcome).toMatchObject({
      done: 1,
      failures: [{ path: join(folder, 'none'), fault: { cause: 'not-found' } }],
    });
  });

  test('go to the trash that is given', async () => {
    const trashed: string[] = [];
    const outcome = await trashLocal(['/x', '/y'], async (path) => {
      if (path === '/x') throw new Error('no trash here');
      trashed.push(path);
    });
    expect(trashed).toEqual(['/y']);
    expect(outcome).toMatchObject({
      done: 1,
      failures: [{ path: '/x', fault: { kind: 'local-file', cause: 'other' } }],
    });
  });
});

describe('what is dropped from the desktop', () => {
  test('is copied whole: folders, links, times', async () => {
    const from = await scratchFolder();
    const to = await scratchFolder();
    await mkdir(join(from, 't', 'sub'), { recursive: true });
    await writeFile(join(from, 't', 'sub', 'ä.txt'), 'content');
    await utimes(join(from, 't', 'sub', 'ä.txt'), 1_700_000_000, 1_700_000_000);
    await symlink('sub/ä.txt', join(from, 't', 'link'));
    await copyDropped([join(from, 't')], to);
    expect(await readFile(join(to, 't', 'sub', 'ä.txt'), 'utf8')).toBe('content');
    expect((await stat(join(to, 't', 'sub', 'ä.txt'))).mtimeMs).toBe(1_700_000_000_000);
    expect(await readlink(join(to, 't', 'link'))).toBe('sub/ä.txt');
  });

  test('takes a free name beside what is there', async () => {
    const from = await scratchFolder();
    const to = await scratchFolder();
    await writeFile(join(from, 'a.txt'), 'new');
    await writeFile(join(to, 'a.txt'), 'old');
    await copyDropped([join(from, 'a.txt')], to);
    await copyDropped([join(to, 'a.txt')], to);
    expect(await readFile(join(to, 'a.txt'), 'utf8')).toBe('old');
    expect(await readFile(join(to, 'a (2).txt'), 'utf8')).toBe('new');
    expect(await readFile(join(to, 'a (3).txt'), 'utf8')).toBe('old');
  });

  test('is not copied into itself', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 't', 'sub'), { recursive: true });
    await expect(copyDropped([join(folder, 't')], join(folder, 't', 'sub'))).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'bad-input' },
    });
    expect(await readdir(join(folder, 't', 'sub'))).toEqual([]);
  });
});
