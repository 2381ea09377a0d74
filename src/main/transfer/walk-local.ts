import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { locally } from '../local/local-fault.ts';
import { listLocalDirectory } from '../local/local-listing.ts';
import { systemPath } from '../local/local-path.ts';
import { DONE, type Job, type JobResult } from './job.ts';
import type { PendingFolder } from './pending-folder.ts';
import { isRefusal, unlessRefused } from './refusal.ts';
import { readPending } from './walk.ts';

/**
 * Reads a folder of the local disk and all folders under it: makes each on the server, empty ones too, and adds a row
 * for each file. Goes on after a fault as readRemoteFolder does.
 * Faults: the engine's where they concern the connection; what making the topmost folder was refused with.
 */
export const readLocalFolder = async (job: Job): Promise<JobResult> => {
  const { row } = job;
  row.pending ??= [{ localPath: row.localPath, remotePath: row.remotePath }];
  await readPending(job, row.pending, {
    read: (folder) => readOne(job, folder),
    concernsFolderOnly,
    failed: (folder, fault) => addFailedFolder(job, folder, fault),
  });
  return DONE;
};

const concernsFolderOnly = (thrown: unknown): boolean =>
  isRefusal(thrown) ||
  (thrown instanceof FaultError && (thrown.fault.kind === 'local-file' || thrown.fault.kind === 'refused-here'));

const readOne = async (job: Job, folder: PendingFolder): Promise<readonly PendingFolder[]> => {
  const entries: FileEntry[] = [];
  await listLocalDirectory(folder.localPath, {
    signal: job.run.abort.signal,
    onEntries: (some) => {
      for (const entry of some) entries.push(entry);
    },
  });
  await makeRemoteFolder(job, folder.remotePath);
  const folders: PendingFolder[] = [];
  for (const entry of entries) {
    const remotePath = joinPathname(folder.remotePath, entry.name);
    const localPath = join(folder.localPath, entry.name);
    if (entry.type === 'directory') folders.push({ localPath, remotePath });
    else await addFile(job, entry, localPath, remotePath);
  }
  return folders;
};

/** MKD; a refusal is none where the folder is there already, which CWD tells whatever the server's words are. */
const makeRemoteFolder = async (job: Job, path: Pathname): Promise<void> => {
  const { connection, row, session } = job;
  try {
    await connection.makeDirectory(path);
    row.batch.folders.made(path);
    job.queue.remoteFolderChanged(session, parentPathname(path));
  } catch (thrown) {
    if (!isRefusal(thrown) || (await unlessRefused(connection.changeDirectory(path))) === null) throw thrown;
  }
};

const addFile = async (job: Job, entry: FileEntry, localPath: string, remotePath: Pathname): Promise<void> => {
  const add = (size: number | null, ended: { state: 'failed' | 'skipped'; fault: Fault } | null): void =>
    job.queue.add({
      batch: job.row.batch,
      direction: 'upload',
      source: { type: 'file', modified: entry.modified, chosen: false },
      kind: 'file',
      name: entry.name,
      localPath,
      remotePath,
      size,
      ...ended,
    });
  const refused = (reason: 'not-supported' | 'through-link'): Fault => ({
    kind: 'refused-here',
    stage: 'preparing',
    reason,
    detail: localPath,
  });

  if (entry.type === 'file') return add(entry.size, null);
  if (entry.type === 'other') return add(null, { state: 'failed', fault: refused('not-supported') });
  try {
    const behind = await locally(localPath, 'preparing', () => stat(systemPath(localPath)));
    // A link to a folder is left out: followed, it could lead round in circles.
    if (behind.isDirectory()) add(null, { state: 'skipped', fault: refused('through-link') });
    else add(behind.size, null);
  } catch (thrown) {
    add(null, { state: 'failed', fault: toFault(thrown, 'preparing') });
  }
};

const addFailedFolder = (job: Job, folder: PendingFolder, fault: Fault): void =>
  job.queue.add({
    batch: job.row.batch,
    direction: 'upload',
    source: { type: 'directory', modified: null, chosen: false },
    kind: 'folder',
    name: basename(folder.localPath),
    localPath: folder.localPath,
    remotePath: folder.remotePath,
    size: null,
    state: 'failed',
    fault,
  });
