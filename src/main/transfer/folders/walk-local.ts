import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Fault, toFault } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { locally } from '../../local/local-fault.ts';
import { systemPath } from '../../local/local-path.ts';
import { DONE, type Job, type JobResult } from '../rows/job.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import { throwIfAborted } from '../server/refusal.ts';
import { folderPath } from './composed-names.ts';
import { failedFolders, findFolders, isUnder, makeRemoteFolders, within } from './folder-flight.ts';
import { eachEntry } from './walk.ts';

/**
 * Reads a folder of the local disk and all folders under it: makes each on the server, empty ones too, and adds a row
 * for each file. A folder that cannot be read or made becomes a failed row of its own, and the rest goes on.
 * Faults: the engine's where they concern the connection; what the topmost folder was refused with. Of the flight in
 * which that happened nothing is added, and a further try begins with it.
 */
export const readLocalFolder = async (job: Job): Promise<JobResult> => {
  const { row } = job;
  if (row.pending === null) row.remotePath = await folderPath(job, parentPathname(row.remotePath), row.name);
  let pending = row.pending ?? [{ localPath: row.localPath, remotePath: row.remotePath }];
  while (pending.length > 0) {
    throwIfAborted(job.run.abort.signal);
    const further = [...pending];
    const flight = await findFolders(job, further);
    const failed = failedFolders(job, flight, await makeRemoteFolders(job, flight));
    const isLost = ({ remotePath }: PendingFolder): boolean => isUnder(remotePath, failed);
    for (const { folder, entries } of flight) {
      const fault = failed.get(folder.remotePath);
      if (fault) addFailedFolder(job, folder, fault);
      else if (!isLost(folder)) await addFiles(job, folder, entries);
    }
    pending = further.filter((folder) => !isLost(folder));
    row.pending = pending;
    job.queue.foldersRead(row);
    if (pending.length > 0 && job.queue.isFull()) return { kind: 'later' };
  }
  return DONE;
};

const addFiles = async (job: Job, folder: PendingFolder, entries: readonly FileEntry[]): Promise<void> => {
  await eachEntry(job, entries, async (entry) => {
    const inside = await within(job, folder, entry.name, false);
    if ('refusal' in inside) addRefused(job, folder, entry, inside.refusal);
    else if (entry.type !== 'directory') await addFile(job, entry, inside.localPath, inside.remotePath);
  });
};

const addFile = async (job: Job, entry: FileEntry, localPath: string, remotePath: Pathname): Promise<void> => {
  const add = (size: number | null, ended: { state: 'failed' | 'skipped'; fault: Fault } | null): void =>
    job.queue.add({
      batch: job.row.batch,
      root: job.row,
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

/** A row that only tells why an entry was left out. */
const addRefused = (job: Job, folder: PendingFolder, { name, type, modified }: FileEntry, refusal: Fault): void =>
  job.queue.add({
    batch: job.row.batch,
    root: job.row,
    direction: 'upload',
    source: { type, modified, chosen: false },
    kind: type === 'directory' ? 'folder' : 'file',
    name,
    localPath: folder.localPath,
    remotePath: folder.remotePath,
    size: null,
    state: 'failed',
    refusal,
  });

const addFailedFolder = (job: Job, folder: PendingFolder, fault: Fault): void =>
  job.queue.add({
    batch: job.row.batch,
    root: job.row,
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
