import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createFolderWatch, type FolderWatch } from '../../../src/main/local/folder-watch.ts';
import { partName } from '../../../src/main/local/part-name.ts';
import { scratchFolder } from './scratch-folder.ts';

const PAUSES = { settling: 100, interval: 300 };
const SOON = { timeout: 8_000, interval: 10 };

const told: string[] = [];
const open: FolderWatch[] = [];

const watchOf = (folder: string): FolderWatch => {
  const watch = createFolderWatch((changed) => told.push(path.basename(changed)), PAUSES);
  watch.show(folder);
  open.push(watch);
  return watch;
};

afterEach(() => {
  for (const watch of open.splice(0)) watch.close();
  told.length = 0;
});

test('many changes at once are told of once', async () => {
  const folder = await scratchFolder();
  watchOf(folder);
  for (let count = 0; count < 100; count++) writeFileSync(path.join(folder, `${count}.txt`), 'x');
  await vi.waitFor(() => expect(told).toEqual([path.basename(folder)]), SOON);
  rmSync(path.join(folder, '0.txt'));
  await vi.waitFor(() => expect(told).toHaveLength(2), SOON);
});

test('only the folder shown last is watched', async () => {
  const folder = await scratchFolder();
  for (const name of ['before', 'now']) mkdirSync(path.join(folder, name));
  const watch = watchOf(path.join(folder, 'before'));
  watch.show(path.join(folder, 'now'));
  writeFileSync(path.join(folder, 'before', 'a.txt'), 'x');
  writeFileSync(path.join(folder, 'now', 'a.txt'), 'x');
  await vi.waitFor(() => expect(told).toEqual(['now']), SOON);
});

test('a part file that grows is no news, another file that does is', async () => {
  const folder = await scratchFolder();
  for (const [name, file] of [
    ['loading', partName('large.bin')],
    ['other', 'large.bin'],
  ] as const) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, file), 'x');
    watchOf(path.join(folder, name));
    appendFileSync(path.join(folder, name, file), 'x');
  }
  // Both would be told of after the same pause, the part file first.
  await vi.waitFor(() => expect(told).toEqual(['other']), SOON);
});

test('a folder that is not there is not watched, and the next one is', async () => {
  const folder = await scratchFolder();
  const watch = watchOf(path.join(folder, 'nowhere'));
  watch.show(folder);
  writeFileSync(path.join(folder, 'a.txt'), 'x');
  await vi.waitFor(() => expect(told).toEqual([path.basename(folder)]), SOON);
});
