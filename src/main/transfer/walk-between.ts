import type { Fault } from '#shared/fault.ts';
import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, displayName, isSafeName, joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import { makeRemoteFolder } from './folder-flight.ts';
import { DONE, type Job, type JobResult } from './job.ts';
import type { PendingFolder } from './pending-folder.ts';
import { isRefusal } from './refusal.ts';
import { betweenOf } from './remote-source.ts';
import type { NewRow } from './transfer-row.ts';
import { readPending } from './walk.ts';

/**
 * Reads a folder of one server and all folders under it: makes each on the other, empty ones too, and adds a row for each
 * file. Goes on after a fault as readRemoteFolder does.
 * Faults: the engine's where they concern a connection; what making the topmost folder was refused with.
 */
export const readFolderBetween = async (job: Job): Promise<JobResult> => {
  const { row, queue } = job;
  row.pending ??= [{ localPath: '', remotePath: row.remotePath }];
  await readPending(job, row.pending, {
    read: (folder) => readOne(job, folder),
    concernsFolderOnly: isRefusal,
    // ProFTPD may refuse what is announced for the next listing while one is under way (450), and this one with it.
    inFlight: 1,
    failed: ({ remotePath }, fault) => {
      const folder = rowOf(job, remotePath, bareEntry(baseName(remotePath), 'directory', null));
      queue.add({ ...folder, kind: 'folder', state: 'failed', fault });
    },
  });
  return DONE;
};

/** The folders in `folder`; its files are in the queue then. It is made only once it could be read. */
const readOne = async (job: Job, { remotePath }: PendingFolder): Promise<readonly PendingFolder[]> => {
  const entries: FileEntry[] = [];
  await betweenOf(job).source.connection.list(sourcePath(job, remotePath), {
    signal: job.run.abort.signal,
    onEntries: (some) => {
      for (const entry of some) entries.push(entry);
    },
  });
  await makeRemoteFolder(job, remotePath);
  const folders: PendingFolder[] = [];
  for (const entry of entries) {
    const path = joinPathname(remotePath, entry.name);
    // A name that leads elsewhere is never joined to a path: its row tells where it was found.
    if (!isSafeName(entry.name)) addRefused(job, remotePath, entry, 'unsafe-name');
    else if (entry.type === 'other') addRefused(job, path, entry, 'not-supported');
    else if (entry.type === 'directory') folders.push({ localPath: '', remotePath: path });
    else job.queue.add(rowOf(job, path, entry));
  }
  return folders;
};

const addRefused = (
  job: Job,
  remotePath: Pathname,
  entry: FileEntry,
  reason: 'unsafe-name' | 'not-supported',
): void => {
  const refusal: Fault = { kind: 'refused-here', stage: 'preparing', reason, detail: displayName(entry.name) };
  job.queue.add({ ...rowOf(job, remotePath, entry), state: 'failed', refusal });
};

const rowOf = (job: Job, remotePath: Pathname, { name, type, size, modified }: FileEntry): NewRow => ({
  batch: job.row.batch,
  direction: 'between',
  source: { type, modified, chosen: false },
  kind: type === 'directory' ? 'folder' : 'file',
  name,
  localPath: '',
  remotePath,
  from: { ...betweenOf(job).from, path: sourcePath(job, remotePath) },
  // The size of a link is that of the link itself.
  size: type === 'file' ? size : null,
});

/** Where on the source the same stands that `remotePath` is on the target: the tree has the same names on both. */
const sourcePath = (job: Job, remotePath: Pathname): Pathname =>
  betweenOf(job).from.path + remotePath.slice(job.row.remotePath.length);
