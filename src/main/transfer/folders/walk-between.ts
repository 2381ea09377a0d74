import { type Fault, toFault } from '#shared/fault.ts';
import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, displayName, isSafeName, joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import { betweenOf } from '../moving/remote-source.ts';
import type { Job, JobResult } from '../rows/job.ts';
import { modeToKeep } from '../rows/mode-to-keep.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import type { NewRow } from '../rows/transfer-row.ts';
import { isRefusal } from '../server/refusal.ts';
import { makeRemoteFolder } from './folder-flight.ts';
import { eachEntry, readPending } from './walk.ts';

/**
 * Reads a folder of one server and all folders under it: makes each on the other, empty ones too, and adds a row for each
 * file. Goes on after a fault as readRemoteFolder does.
 * Faults: the engine's where they concern a connection; what making the topmost folder was refused with.
 */
export const readFolderBetween = async (job: Job): Promise<JobResult> => {
  const { row, queue } = job;
  row.pending ??= [{ localPath: '', remotePath: row.remotePath, from: betweenOf(job).from.path }];
  return await readPending(job, row.pending, {
    read: (folder) => readOne(job, folder),
    concernsFolderOnly: isRefusal,
    // ProFTPD may refuse what is announced for the next listing while one is under way (450), and this one with it.
    inFlight: 1,
    failed: ({ remotePath, from = '' }, fault) => {
      const folder = rowOf(job, remotePath, from, bareEntry(baseName(from), 'directory', null));
      queue.add({ ...folder, kind: 'folder', state: 'failed', fault });
    },
  });
};

/** The folders in `folder`; its files are in the queue then. It is made only once it could be read. */
const readOne = async (
  job: Job,
  { remotePath, from: sourcePath = '' }: PendingFolder,
): Promise<readonly PendingFolder[]> => {
  const entries: FileEntry[] = [];
  await betweenOf(job).source.connection.list(sourcePath, {
    signal: job.run.abort.signal,
    onEntries: (some) => {
      for (const entry of some) entries.push(entry);
    },
  });
  await makeRemoteFolder(job, remotePath);
  const folders: PendingFolder[] = [];
  await eachEntry(job, entries, (entry) => {
    const placed = placeOf(job, remotePath, entry);
    if ('refusal' in placed) addRefused(job, remotePath, sourcePath, entry, placed.refusal);
    else if (entry.type === 'directory') {
      folders.push({ localPath: '', remotePath: placed.path, from: joinPathname(sourcePath, entry.name) });
    } else job.queue.add(rowOf(job, placed.path, joinPathname(sourcePath, entry.name), entry));
  });
  return folders;
};

/** Where an entry goes on the target, under the same text as on the source, or why it does not. */
const placeOf = (
  job: Job,
  remotePath: Pathname,
  entry: FileEntry,
): { readonly path: Pathname } | { readonly refusal: Fault } => {
  const name = betweenOf(job).from.names.read(entry.name);
  const refused = (reason: 'unsafe-name' | 'not-supported'): { readonly refusal: Fault } => ({
    refusal: { kind: 'refused-here', stage: 'preparing', reason, detail: displayName(name) },
  });
  if (!isSafeName(name)) return refused('unsafe-name');
  if (entry.type === 'other') return refused('not-supported');
  try {
    return { path: joinPathname(remotePath, job.row.batch.names.write(name)) };
  } catch (thrown) {
    return { refusal: toFault(thrown, 'preparing') };
  }
};

/** A name that leads elsewhere is never joined to a path: its row tells where it was found. */
const addRefused = (job: Job, remotePath: Pathname, sourcePath: Pathname, entry: FileEntry, refusal: Fault): void =>
  job.queue.add({ ...rowOf(job, remotePath, sourcePath, entry), state: 'failed', refusal });

const rowOf = (job: Job, remotePath: Pathname, sourcePath: Pathname, entry: FileEntry): NewRow => {
  const { from } = betweenOf(job);
  const { name, type, size, modified } = entry;
  return {
    batch: job.row.batch,
    root: job.row,
    direction: 'between',
    source: { type, modified, chosen: false, ...modeToKeep(entry) },
    kind: type === 'directory' ? 'folder' : 'file',
    name: from.names.read(name),
    localPath: '',
    remotePath,
    from: { ...from, path: sourcePath },
    // The size of a link is that of the link itself.
    size: type === 'file' ? size : null,
  };
};
