import { dirname } from 'node:path';
import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, displayName, joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import { freeName } from '../../local/free-name.ts';
import { lookUpLocal } from '../../local/local-listing.ts';
import { makeFolderWithin, pathWithin } from '../../local/path-within.ts';
import type { Job, JobResult } from '../rows/job.ts';
import { modeToKeep } from '../rows/mode-to-keep.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import { isRefusal } from '../server/refusal.ts';
import { eachEntry, readPending } from './walk.ts';

/**
 * Reads a folder of the server and all folders under it: makes each here, empty ones too, and adds a row for each
 * file. What was read stays read, so that a further try goes on with the folder where the connection was lost.
 * A folder that cannot be read or made becomes a failed row of its own, and the rest goes on.
 * Faults: the engine's where they concern the connection; `local-file: disk-full`.
 */
export const readRemoteFolder = async (job: Job): Promise<JobResult> => {
  const { row } = job;
  if (row.pending === null) {
    row.localPath = await makeFolder(job, dirname(row.localPath), row.name, row.remotePath);
    row.pending = [{ localPath: row.localPath, remotePath: row.remotePath }];
    job.queue.localFolderChanged(dirname(row.localPath));
  }
  return await readPending(job, row.pending, {
    read: (folder) => readOne(job, folder),
    concernsFolderOnly: isRefusal,
    failed: (folder, fault) => addFailedFolder(job, folder, fault),
  });
};

/** The folders in `folder`, made here; its files are in the queue then. Nothing is done with half a listing. */
const readOne = async (job: Job, folder: PendingFolder): Promise<readonly PendingFolder[]> => {
  const entries: FileEntry[] = [];
  await job.connection.list(folder.remotePath, {
    signal: job.run.abort.signal,
    onEntries: (some) => {
      for (const entry of some) entries.push(entry);
    },
  });
  const folders: PendingFolder[] = [];
  await eachEntry(job, entries, async (entry) => {
    if (entry.type !== 'directory') return addFile(job, folder, entry);
    const made = await makeOne(job, folder, entry);
    if (made) folders.push(made);
  });
  job.queue.localFolderChanged(folder.localPath);
  return folders;
};

const makeOne = async (job: Job, folder: PendingFolder, entry: FileEntry): Promise<PendingFolder | null> => {
  const remotePath = joinPathname(folder.remotePath, entry.name);
  try {
    const name = job.row.batch.names.read(entry.name);
    return { localPath: await makeFolder(job, folder.localPath, name, remotePath), remotePath };
  } catch (thrown) {
    const fault = toFault(thrown, 'preparing');
    if (fault.kind === 'local-file' && fault.cause === 'disk-full') throw thrown;
    addRefused(job, folder, entry, fault, 'folder');
    return null;
  }
};

/**
 * Makes a folder here for one of the server's, under a free name where the disk takes its own for that of another one that
 * came with the same batch.
 */
const makeFolder = async ({ row }: Job, folder: string, name: string, remotePath: Pathname): Promise<string> => {
  const { claims } = row.batch;
  if ((await claims.take(pathWithin(folder, name), remotePath)) === null) return makeFolderWithin(folder, name);
  const free = await freeName(name, async (candidate) => {
    const path = pathWithin(folder, candidate);
    return (await lookUpLocal(path, candidate)) !== null || (await claims.take(path, remotePath)) !== null;
  });
  return makeFolderWithin(folder, free);
};

const addFile = (job: Job, folder: PendingFolder, entry: FileEntry): void => {
  const unsupported = entry.type === 'other' ? refusedType(entry) : null;
  const name = job.row.batch.names.read(entry.name);
  const localPath = localPathOf(folder, name);
  if (unsupported !== null || typeof localPath !== 'string') {
    addRefused(job, folder, entry, unsupported ?? toFault(localPath, 'preparing'), 'file');
    return;
  }
  job.queue.add({
    batch: job.row.batch,
    root: job.row,
    direction: 'download',
    source: { type: entry.type, modified: entry.modified, chosen: false, ...modeToKeep(entry) },
    kind: 'file',
    name,
    localPath,
    remotePath: joinPathname(folder.remotePath, entry.name),
    // The size of a link is that of the link itself.
    size: entry.type === 'file' ? entry.size : null,
  });
};

const localPathOf = (folder: PendingFolder, name: string): string | FaultError => {
  try {
    return pathWithin(folder.localPath, name);
  } catch (thrown) {
    if (thrown instanceof FaultError) return thrown;
    throw thrown;
  }
};

const refusedType = (entry: FileEntry): Fault => ({
  kind: 'refused-here',
  stage: 'preparing',
  reason: 'not-supported',
  detail: displayName(entry.name),
});

/** A row that only tells why an entry was left out: its name is never joined to a path. */
const addRefused = (job: Job, folder: PendingFolder, entry: FileEntry, fault: Fault, kind: 'file' | 'folder'): void =>
  job.queue.add({
    batch: job.row.batch,
    root: job.row,
    direction: 'download',
    source: { type: entry.type, modified: entry.modified, chosen: false },
    kind,
    name: job.row.batch.names.read(entry.name),
    localPath: folder.localPath,
    remotePath: folder.remotePath,
    size: null,
    state: 'failed',
    refusal: fault,
  });

const addFailedFolder = (job: Job, folder: PendingFolder, fault: Fault): void =>
  job.queue.add({
    batch: job.row.batch,
    root: job.row,
    direction: 'download',
    source: { type: 'directory', modified: null, chosen: false },
    kind: 'folder',
    name: job.row.batch.names.read(baseName(folder.remotePath)),
    localPath: folder.localPath,
    remotePath: folder.remotePath,
    size: null,
    state: 'failed',
    fault,
  });
