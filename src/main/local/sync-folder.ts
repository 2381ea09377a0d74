import { constants } from 'node:fs';
import { disk } from './disk.ts';
import { systemPath } from './local-path.ts';

interface Syncing {
  readonly running: Promise<void>;
  /** For all who came since it began, and whose names it may have missed. */
  next: Promise<void> | null;
}

const syncing = new Map<string, Syncing>();

/**
 * Has the disk keep the names that a folder has now, through a loss of power: with the file alone synced it may be without
 * its name, or still have the one before. Files that get their names while one sync is under way share the next.
 * Never fails: where the system syncs no folders (Windows, some network disks) it keeps names by its own rules.
 */
export const syncFolder = (folder: string, sync: (folder: string) => Promise<void> = syncNow): Promise<void> => {
  const before = syncing.get(folder);
  if (before === undefined) return begin(folder, sync);
  before.next ??= before.running.then(() => begin(folder, sync));
  return before.next;
};

const begin = (folder: string, sync: (folder: string) => Promise<void>): Promise<void> => {
  const running = sync(folder)
    .catch(() => {})
    .then(() => {
      if (entry.next === null) syncing.delete(folder);
    });
  const entry: Syncing = { running, next: null };
  syncing.set(folder, entry);
  return running;
};

const syncNow = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const opened = await disk().open(systemPath(folder), constants.O_RDONLY);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};
