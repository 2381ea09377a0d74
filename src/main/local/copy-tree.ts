import { constants, type Stats } from 'node:fs';
import { copyFile, lstat, mkdir, opendir, readlink, symlink, utimes } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import { freeName } from './free-name.ts';
import { locally } from './local-fault.ts';
import { lookUpLocal } from './local-listing.ts';
import { decodeLocalName, systemPath } from './local-path.ts';

/**
 * Copies what was dropped into `folder`, folders with all they hold. What stands there already is never touched: the
 * copy takes a free name, `photo (2).jpg`. Links are copied as links, times are kept. Stops at the first fault.
 * Faults: `local-file`; `refused-here: bad-input` where a folder would be copied into itself; `cancelled`.
 */
export const copyDropped = async (
  paths: readonly string[],
  folder: string,
  signal: AbortSignal | null = null,
): Promise<void> => {
  for (const path of paths) {
    if (isWithin(path, folder)) {
      throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail: folder });
    }
    const taken = async (name: string): Promise<boolean> => (await lookUpLocal(join(folder, name), name)) !== null;
    const name = basename(path);
    await copyTree(path, join(folder, (await taken(name)) ? await freeName(name, taken) : name), signal);
  }
};

const isWithin = (outer: string, inner: string): boolean => {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== inner);
};

const copyTree = async (from: string, to: string, signal: AbortSignal | null): Promise<void> => {
  if (signal?.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
  const stats = await locally(from, 'preparing', () => lstat(systemPath(from)));
  if (stats.isDirectory()) await copyFolder(from, to, stats, signal);
  else if (stats.isSymbolicLink()) {
    await locally(to, 'preparing', async () => {
      const target = decodeLocalName(await readlink(systemPath(from), { encoding: 'latin1' }));
      await symlink(systemPath(target), systemPath(to));
    });
  } else if (stats.isFile()) {
    await locally(to, 'preparing', async () => {
      // EXCL: a file that appeared meanwhile is not overwritten. FICLONE: no byte moves where the disk can share them.
      await copyFile(systemPath(from), systemPath(to), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await utimes(systemPath(to), stats.atime, stats.mtime);
    });
  } else {
    // A pipe or a device: opening one could wait for ever.
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail: from });
  }
};

const copyFolder = async (from: string, to: string, stats: Stats, signal: AbortSignal | null): Promise<void> => {
  await locally(to, 'preparing', () => mkdir(systemPath(to)));
  await locally(from, 'preparing', async () => {
    for await (const entry of await opendir(systemPath(from), { encoding: 'latin1' })) {
      const name = decodeLocalName(entry.name);
      await copyTree(join(from, name), join(to, name), signal);
    }
  });
  await locally(to, 'preparing', () => utimes(systemPath(to), stats.atime, stats.mtime));
};
