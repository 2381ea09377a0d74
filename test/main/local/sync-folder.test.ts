import { expect, test } from 'vitest';
import { syncFolder } from '../../../src/main/local/sync-folder.ts';
import { scratchFolder } from './scratch-folder.ts';

/** Syncs that end when they are told to. */
const heldSyncs = () => {
  const ends: (() => void)[] = [];
  const folders: string[] = [];
  const sync = (folder: string): Promise<void> =>
    new Promise((resolve) => {
      folders.push(folder);
      ends.push(resolve);
    });
  return { sync, ends, folders };
};

const isSettled = async (promise: Promise<void>): Promise<boolean> => {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

test('those who come while a folder is synced share the next sync, and wait for no earlier one', async () => {
  const { sync, ends, folders } = heldSyncs();
  const first = syncFolder('/a', sync);
  const [second, third] = [syncFolder('/a', sync), syncFolder('/a', sync)];
  const elsewhere = syncFolder('/b', sync);
  expect(folders).toEqual(['/a', '/b']);
  ends[0]?.();
  await first;
  expect(await isSettled(second)).toBe(false);
  expect(folders).toEqual(['/a', '/b', '/a']);
  ends[2]?.();
  await Promise.all([second, third]);
  ends[1]?.();
  await elsewhere;
  const last = syncFolder('/a', sync);
  expect(folders).toHaveLength(4);
  ends[3]?.();
  await last;
});

test('a folder of the disk is synced, and one that cannot be is no fault', async () => {
  const folder = await scratchFolder();
  await syncFolder(folder);
  await syncFolder(`${folder}/none`);
  await syncFolder('/b', () => Promise.reject(new Error('EINVAL')));
});
