import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { FileSource } from '../local/file-source.ts';
import { modeOf } from '../local/local-permissions.ts';
import type { Job } from './job.ts';
import { isRefusal, unlessRefused } from './refusal.ts';

/**
 * Gives a whole file on the server the time of its source, the permissions of the file it replaces, and its final
 * name. Never sent before the completion reply of the transfer: a rename that overtook it would put a part in place.
 * Answers false where the server refuses to rename; the file is still at `path` then.
 * Faults: the engine's where they concern the connection.
 */
export const placeUpload = async (
  job: Job,
  path: string,
  source: FileSource,
  replaced: FileEntry | null,
): Promise<boolean> => {
  await keepFacts(job, path, source, replaced);
  if (path === job.row.remotePath || (await rename(job, path))) return true;
  if (replaced === null) return false;
  // Some servers do not let RNTO replace a file. The new one is whole by now, so the old one may go first.
  await unlessRefused(job.connection.delete(job.row.remotePath));
  return await rename(job, path);
};

const rename = async (job: Job, path: string): Promise<boolean> => {
  try {
    await job.connection.rename(path, job.row.remotePath);
    return true;
  } catch (thrown) {
    if (isRefusal(thrown)) return false;
    throw thrown;
  }
};

/** A server that keeps no times or permissions refuses; the file is none the worse for it. */
const keepFacts = async (job: Job, path: string, source: FileSource, replaced: FileEntry | null): Promise<void> => {
  const { connection, session } = job;
  const mode = replaced?.type === 'file' && replaced.permissions !== null ? modeOf(replaced.permissions) : null;
  await Promise.all([
    unlessRefused(connection.setModified(path, source.modifiedMs)),
    mode !== null && session.view().can.changeMode ? unlessRefused(connection.changeMode(path, mode)) : null,
  ]);
};
