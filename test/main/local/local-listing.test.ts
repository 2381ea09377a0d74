import { chmod, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { listLocalDirectory, lookUpLocal } from '../../../src/main/local/local-listing.ts';
import { scratchFolder } from './scratch-folder.ts';

const listAll = async (path: string) => {
  const batches: FileEntry[][] = [];
  const summary = await listLocalDirectory(path, { signal: null, onEntries: (some) => batches.push([...some]) });
  return { summary, batches, entries: batches.flat().sort((a, b) => (a.name < b.name ? -1 : 1)) };
};

describe('a local listing', () => {
  test('tells types, sizes, times, permissions and where links point', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a file'), '12345', { mode: 0o640 });
    await utimes(join(folder, 'a file'), 1_700_000_000, 1_700_000_000);
    await mkdir(join(folder, 'b folder'));
    await chmod(join(folder, 'b folder'), 0o1755);
    await symlink('nowhere', join(folder, 'c link'));
    const { entries, summary } = await listAll(folder);
    expect(entries).toMatchObject([
      {
        name: 'a file',
        type: 'file',
        size: 5,
        modified: { epochMs: 1_700_000_000_000, precision: 'millisecond', zone: 'utc' },
        permissions: 'rw-r-----',
        owner: String(process.getuid?.()),
        target: null,
      },
      { name: 'b folder', type: 'directory', permissions: 'rwxr-xr-t' },
      { name: 'c link', type: 'link', target: 'nowhere' },
    ]);
    expect(summary).toEqual({ entries: 3, notUnderstood: [], notUnderstoodCount: 0 });
  });

  test('keeps names that are not UTF-8 by their bytes', async () => {
    const folder = await scratchFolder();
    const bytes = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
    await writeFile(bytes, 'latin1');
    const { entries } = await listAll(folder);
    expect(entries).toMatchObject([{ name: 'caf\uDCE9', size: 6 }]);
    expect(await lookUpLocal(join(folder, 'caf\uDCE9'), 'caf\uDCE9')).toMatchObject({ size: 6 });
  });

  test('comes in batches', async () => {
    const folder = await scratchFolder();
    await Promise.all(Array.from({ length: 300 }, (_, index) => writeFile(join(folder, `f${index}`), '')));
    const { batches, entries } = await listAll(folder);
    expect(batches.length).toBeGreaterThan(1);
    expect(new Set(entries.map((entry) => entry.name)).size).toBe(300);
  });

  test('ends when it is cancelled', async () => {
    const folder = await scratchFolder();
    await Promise.all(Array.from({ length: 300 }, (_, index) => writeFile(join(folder, `f${index}`), '')));
    const abort = new AbortController();
    let told = 0;
    const listing = listLocalDirectory(folder, {
      signal: abort.signal,
      onEntries: (some) => {
        told += some.length;
        abort.abort();
      },
    });
    await expect(listing).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
    expect(told).toBeLessThan(300);
  });

  test('of a folder that is not there or is a file is a fault that says so', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(listAll(join(folder, 'none'))).rejects.toMatchObject({
      fault: { kind: 'local-file', cause: 'not-found', path: join(folder, 'none') },
    });
    await expect(listAll(join(folder, 'file'))).rejects.toMatchObject({ fault: { cause: 'not-a-directory' } });
  });

  test('looks up nothing where nothing is', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'gone'), '');
    await rm(join(folder, 'gone'));
    expect(await lookUpLocal(join(folder, 'gone'), 'gone')).toBeNull();
  });
});
