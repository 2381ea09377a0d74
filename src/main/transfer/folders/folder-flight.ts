import { join } from 'node:path';
import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { unmarkedName } from '#shared/ftp/marked-name.ts';
import { joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { listLocalDirectory } from '../../local/local-listing.ts';
import type { Job } from '../rows/job.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import { isRefusal, unlessRefused } from '../server/refusal.ts';
import { folderPath } from './composed-names.ts';

/** Folders found before they are made, so that a tree is made in few flights of commands. */
const FOUND_AHEAD = 64;

/** A folder of the disk with what is in it, or why it cannot be read. */
export interface Found {
  readonly folder: PendingFolder;
  readonly entries: readonly FileEntry[];
  readonly fault: Fault | null;
}

/** Takes folders off `further` and puts what they hold on it, parents first, until there are enough for a flight. */
export const findFolders = async (job: Job, further: PendingFolder[]): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (let folder = further.pop(); folder; folder = found.length < FOUND_AHEAD ? further.pop() : undefined) {
    const entries: FileEntry[] = [];
    try {
      await listLocalDirectory(folder.localPath, {
        signal: job.run.abort.signal,
        onEntries: (some) => {
          for (const entry of some) entries.push(entry);
        },
      });
      found.push({ folder, entries, fault: null });
      for (const { name, type } of entries) {
        const inside = type === 'directory' ? await within(job, folder, name, true) : null;
        if (inside !== null && !('refusal' in inside)) further.push(inside);
      }
    } catch (thrown) {
      if (!concernsFolderOnly(thrown)) throw thrown;
      found.push({ folder, entries: [], fault: toFault(thrown, 'preparing') });
    }
  }
  return found;
};

/** What stands in a folder under a name, here and there; or why the server's encoding cannot have that name. */
export const within = async (
  job: Job,
  folder: PendingFolder,
  local: string,
  isFolder: boolean,
): Promise<PendingFolder | { readonly refusal: Fault }> => {
  const name = unmarkedName(local, process.platform);
  const localPath = join(folder.localPath, local);
  try {
    const remotePath = joinPathname(folder.remotePath, job.row.batch.names.write(name));
    if (!isFolder) return { localPath, remotePath };
  } catch (thrown) {
    return { refusal: toFault(thrown, 'preparing') };
  }
  return { localPath, remotePath: await folderPath(job, folder.remotePath, name) };
};

/** Makes all of a flight without waiting for one before the next: an MKD in a folder that was refused does no harm. */
export const makeRemoteFolders = (job: Job, flight: readonly Found[]): Promise<readonly PromiseSettledResult<void>[]> =>
  Promise.allSettled(
    flight.map(({ folder, fault }) =>
      fault === null ? makeRemoteFolder(job, folder.remotePath) : Promise.reject(new FaultError(fault)),
    ),
  );

/** Why folders failed, without those inside a failed one. Faults: what concerns more than one folder, or the topmost. */
export const failedFolders = (
  { row }: Job,
  flight: readonly Found[],
  made: readonly PromiseSettledResult<void>[],
): ReadonlyMap<Pathname, Fault> => {
  const failed = new Map<Pathname, Fault>();
  for (const [index, { folder }] of flight.entries()) {
    const outcome = made[index];
    if (outcome?.status !== 'rejected') continue;
    if (folder.remotePath === row.remotePath || !concernsFolderOnly(outcome.reason)) throw outcome.reason;
    if (!isUnder(folder.remotePath, failed)) failed.set(folder.remotePath, toFault(outcome.reason, 'preparing'));
  }
  return failed;
};

export const isUnder = (path: Pathname, folders: ReadonlyMap<Pathname, Fault>): boolean => {
  if (folders.size === 0) return false;
  for (let above = parentPathname(path); above !== parentPathname(above); above = parentPathname(above)) {
    if (folders.has(above)) return true;
  }
  return false;
};

/** Whether what was thrown says nothing about the folders beside this one. */
const concernsFolderOnly = (thrown: unknown): boolean => {
  if (isRefusal(thrown)) return true;
  if (!(thrown instanceof FaultError)) return false;
  const { fault } = thrown;
  return fault.kind === 'local-file' || (fault.kind === 'refused-here' && fault.reason !== 'not-connected');
};

/** MKD; a refusal is none where the folder is there already, which CWD tells whatever the server's words are. */
export const makeRemoteFolder = async (job: Job, path: Pathname): Promise<void> => {
  const { connection, row, session } = job;
  try {
    await connection.makeDirectory(path);
    row.batch.folders.made(path);
    job.queue.remoteFolderChanged(session, parentPathname(path));
  } catch (thrown) {
    if (!isRefusal(thrown) || (await unlessRefused(connection.changeDirectory(path))) === null) throw thrown;
  }
};
