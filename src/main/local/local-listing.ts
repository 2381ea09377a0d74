import type { Stats } from 'node:fs';
import { opendir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { FileEntry, FileType, ListingSummary } from '#shared/ftp/file-entry.ts';
import { disk } from './disk.ts';
import { locally } from './local-fault.ts';
import { decodeLocalName, systemPath } from './local-path.ts';
import { permissionsOf } from './local-permissions.ts';

/** Looked up at the same time: enough to keep the thread pool busy, few enough for rows to appear at once. */
const BATCH = 128;

export interface LocalListOptions {
  readonly signal: AbortSignal | null;
  /** Called with up to 128 entries at a time, in the order of the disk. */
  readonly onEntries: (entries: readonly FileEntry[]) => void;
}

/**
 * Reads the folder `path`, links not followed. An entry that cannot be looked up is told with what its folder says of
 * it; one that vanished meanwhile is left out. `notUnderstood` is always empty: the disk speaks no dialects.
 * Faults: `local-file` where the folder itself cannot be read, `cancelled`.
 */
export const listLocalDirectory = async (path: string, options: LocalListOptions): Promise<ListingSummary> => {
  let entries = 0;
  const tell = async (names: readonly FoundName[]): Promise<void> => {
    if (options.signal?.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    const found = (await Promise.all(names.map((name) => lookUp(path, name)))).filter((entry) => entry !== null);
    if (options.signal?.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    entries += found.length;
    if (found.length > 0) options.onEntries(found);
  };

  await locally(path, 'preparing', async () => {
    // latin1 gives one character a byte, so that names that are not UTF-8 survive.
    const directory = await opendir(systemPath(path), { encoding: 'latin1', bufferSize: BATCH });
    let names: FoundName[] = [];
    for await (const entry of directory) {
      names.push({
        name: decodeLocalName(entry.name),
        type: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other',
      });
      if (names.length < BATCH) continue;
      await tell(names);
      names = [];
    }
    await tell(names);
  });
  return { entries, notUnderstood: [], notUnderstoodCount: 0 };
};

/**
 * One file or folder of the disk as an entry, a link not followed. Null where there is nothing of that name.
 * Faults: `local-file` where it cannot be looked up.
 */
export const lookUpLocal = async (path: string, name: string): Promise<FileEntry | null> => {
  const stats = await locally(path, 'preparing', () => disk().lookUp(systemPath(path)));
  return stats && toEntry(name, stats, stats.isSymbolicLink() ? await targetOf(path) : null);
};

interface FoundName {
  readonly name: string;
  readonly type: FileType;
}

const lookUp = async (folder: string, found: FoundName): Promise<FileEntry | null> => {
  try {
    return await lookUpLocal(join(folder, found.name), found.name);
  } catch {
    // The folder's own word is all there is (no search permission, an unreachable mount): shown rather than dropped.
    const { name, type } = found;
    return { name, type, size: null, modified: null, permissions: null, owner: null, group: null, target: null };
  }
};

const targetOf = async (path: string): Promise<string | null> => {
  try {
    return decodeLocalName(await readlink(systemPath(path), { encoding: 'latin1' }));
  } catch {
    // The link itself can be shown; that its target cannot be read is what null says.
    return null;
  }
};

const typeOf = (stats: Stats): FileType =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : stats.isSymbolicLink() ? 'link' : 'other';

const toEntry = (name: string, stats: Stats, target: string | null): FileEntry => {
  const posix = process.platform !== 'win32';
  return {
    name,
    type: typeOf(stats),
    size: stats.size,
    modified: { epochMs: Math.floor(stats.mtimeMs), precision: 'millisecond', zone: 'utc' },
    permissions: posix ? permissionsOf(stats.mode) : null,
    owner: posix ? String(stats.uid) : null,
    group: posix ? String(stats.gid) : null,
    target,
  };
};
