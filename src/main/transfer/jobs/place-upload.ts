import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, joinPathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { modeOf } from '../../local/local-permissions.ts';
import { asideName } from '../../local/part-name.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import type { UploadLeftover } from '../rows/transfer-row.ts';
import { isRefusal, shownBy, unlessRefused } from '../server/refusal.ts';

/**
 * Gives a whole file on the server its final name. Never sent before the completion reply of the transfer: a rename
 * that overtook it would put a part in place.
 * Answers what shows that the server refuses to rename, the file is still at `path` then; null: it has its name.
 * Faults: the engine's where they concern the connection.
 */
export const placeUpload = async (
  job: Job,
  path: string,
  source: UploadSource,
  replaced: FileEntry | null,
): Promise<Evidence | null> => {
  const { remotePath } = job.row;
  if (path === remotePath) return null;
  const sizesDiffer =
    replaced === null || (replaced.size !== null && source.size !== null && replaced.size !== source.size);
  note(job, { atTarget: sizesDiffer ? 'proof' : 'no-proof' });
  // RFC 959 4.2: a 4yz is for now only, and says nothing about whether the server lets anybody rename.
  const refusal = await rename(job, path, remotePath, (code) => code < 500);
  return refusal === null || replaced === null ? refusal : await swap(job, path);
};

/**
 * For servers that do not let RNTO replace a file: the old one goes aside, and away only once the new one is in its
 * place. Where that is refused too it comes back.
 */
const swap = async (job: Job, path: string): Promise<Evidence | null> => {
  const { remotePath } = job.row;
  const aside = joinPathname(parentPathname(remotePath), asideName(baseName(remotePath)));
  // Should the transfer be given up in between, the part may be the only file that is whole.
  note(job, { removable: false, aside });
  const staysThere = await rename(job, remotePath, aside);
  if (staysThere !== null) {
    note(job, { removable: true, aside: null });
    return staysThere;
  }
  const refusal = await rename(job, path, remotePath);
  if (refusal === null) return null;
  if ((await rename(job, aside, remotePath)) === null) note(job, { removable: true, aside: null });
  return refusal;
};

/**
 * What is told of the part on the server to whoever goes on with it, or removes it. It is in the store before the command
 * leaves: should the program end in between, the next run asks the server what became of it.
 */
const note = ({ row, queue }: Job, change: Partial<Pick<UploadLeftover, 'atTarget' | 'removable' | 'aside'>>): void => {
  if (row.leftover?.kind !== 'upload') return;
  row.leftover = { ...row.leftover, ...change };
  queue.keep(row);
};

/** Null: it is renamed; otherwise what shows that the server refuses. */
const rename = async (
  job: Job,
  from: string,
  to: string,
  isForNow: (code: number) => boolean = () => false,
): Promise<Evidence | null> => {
  try {
    await job.connection.rename(from, to);
    return null;
  } catch (thrown) {
    if (isRefusal(thrown) && !isForNow(thrown.fault.code)) return shownBy(thrown.fault);
    throw thrown;
  }
};

/**
 * Gives a file on the server the time of its source and the permissions of the file it replaces; where there was none,
 * those of a source that may be run. A server that keeps
 * none of them refuses; the file is none the worse for it. Faults: the engine's where they concern the connection.
 */
export const keepFacts = async (
  job: Job,
  path: string,
  source: UploadSource,
  replaced: FileEntry | null,
): Promise<void> => {
  const { connection, session } = job;
  const old = replaced?.type === 'file' && replaced.permissions !== null ? modeOf(replaced.permissions) : null;
  const mode = replaced === null ? source.mode : old;
  await Promise.all([
    source.modifiedMs === null ? null : unlessRefused(connection.setModified(path, source.modifiedMs)),
    mode !== null && session.view().can.changeMode ? unlessRefused(connection.changeMode(path, mode)) : null,
  ]);
};
