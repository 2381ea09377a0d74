import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, parentPathname } from '#shared/ftp/pathname.ts';
import { atOffset } from '../ftp/defaults.ts';
import { goingOn, sizesComparable } from './choice-facts.ts';
import { DONE, type Job, type JobResult, sizeMismatch } from './job.ts';
import { decideOutcome } from './outcome.ts';
import { keepFacts, placeUpload } from './place-upload.ts';
import { unlessRefused } from './refusal.ts';
import { remoteSize } from './remote-size.ts';
import { remotePartPath, type StorePlan, store, storeFile } from './store-file.ts';
import type { UploadLeftover } from './transfer-row.ts';
import type { UploadSource } from './upload-source.ts';
import type { PreparedUpload } from './upload-target.ts';

type Ready = Extract<PreparedUpload, { kind: 'ready' }>;

/**
 * What became of a file whose data all went through in an earlier try; null where it has to be sent (again).
 * Faults: the engine's where they concern the connection.
 */
export const settleLost = async (job: Job): Promise<JobResult | null> => {
  const { leftover } = job.row;
  if (leftover?.kind !== 'upload' || !leftover.allSent) return null;
  const outcome = await decideOutcome(job, leftover);
  if (outcome === 'unknown') return unknownOutcome(job);
  return outcome === 'arrived' ? await finished(job, leftover.sourceSize) : null;
};

/**
 * Sends the bytes to another name beside the target, and renames into place what is whole. Where the server does not
 * allow that, the file is stored under its own name.
 * Faults: the engine's and the source's; the row's `leftover` tells what is on the server then.
 */
export const sendFile = async (job: Job, source: UploadSource, { there, resume }: Ready): Promise<JobResult> => {
  const { row, connection, learned, session } = job;
  job.queue.claimPart(row);
  const { allThere, ...plan } = await planSending(job, source, there, resume);
  const path = allThere ? plan.path : await storeFile(job, source, plan);
  await Promise.all([expectWhole(job, path, source), keepFacts(job, path, source, there)]);
  if (!(await placeUpload(job, path, source, there))) {
    await store(job, source, { path: row.remotePath, start: null, sizeProves: false });
    await unlessRefused(connection.delete(path));
    learned.storesDirectly = true;
    session.note('The server does not rename files into place: files are sent under their own name at once.');
    await Promise.all([expectWhole(job, row.remotePath, source), keepFacts(job, row.remotePath, source, there)]);
  }
  return await finished(job, source.size);
};

/** A plan, and whether all of the file is on the server already. */
interface Plan extends StorePlan {
  readonly allThere: boolean;
}

/** Where to begin: with what an earlier try left on the server, or anew. */
const planSending = async (job: Job, source: UploadSource, there: FileEntry | null, resume: boolean): Promise<Plan> => {
  const { row, learned } = job;
  const leftover = row.leftover?.kind === 'upload' ? row.leftover : null;
  const { sourceSize, sourceModifiedMs } = leftover ?? {};
  if (leftover !== null && sourceSize === source.size && sourceModifiedMs === source.modifiedMs) {
    return await goOnWith(job, source, leftover);
  }
  const anew = { start: null, allThere: false };
  if (resume) return { ...anew, path: row.remotePath, start: atOffset(there?.size ?? 0), sizeProves: true };
  if (learned.storesDirectly) return { ...anew, path: row.remotePath, sizeProves: there === null };
  return { ...anew, path: remotePartPath(row.remotePath), sizeProves: true };
};

/** What an earlier try left, as far as the server has it: all of it, so many bytes, or up to a place it marked. */
const goOnWith = async (job: Job, source: UploadSource, leftover: UploadLeftover): Promise<Plan> => {
  const { row, connection, run } = job;
  const { remotePath: path, sizeProves, at } = leftover;
  const { choice } = row.batch;
  const size = await remoteSize(connection, path, run.abort.signal);
  const bytes = typeof size === 'number' && sizesComparable(choice) && sizeProves ? size : null;
  const allThere = bytes !== null && bytes > 0 && bytes === source.size;
  const by = goingOn(choice);
  if (by === 'bytes' && bytes !== null && source.size !== null && bytes <= source.size) {
    return { path, start: atOffset(bytes), allThere, sizeProves };
  }
  const usable =
    by === 'markers' && size !== 'absent' && at !== null && source.size !== null && at.localBytes <= source.size;
  return { path, start: usable ? at : null, allThere, sizeProves };
};

/** Faults: `size-mismatch`; `changed-meanwhile` where the source is not what it was when sending began. */
const expectWhole = async (job: Job, path: string, source: UploadSource): Promise<void> => {
  const comparable = sizesComparable(job.row.batch.choice);
  const size = comparable ? await unlessRefused(job.connection.size(path)) : null;
  try {
    if (size !== null && source.size !== null && size !== source.size) throw sizeMismatch(source.size, size);
    await source.expectUnchanged();
  } catch (thrown) {
    // What is there is of no use to go on with: the next try begins anew over it.
    const { row } = job;
    if (row.leftover?.kind === 'upload') row.leftover = { ...row.leftover, sourceSize: -1, allSent: false };
    const action = row.decision?.action ?? row.batch.remembered;
    if (action === 'resume') row.decision = { action: 'overwrite', newName: null };
    throw thrown;
  }
};

const unknownOutcome = ({ row, run }: Job): JobResult => ({
  kind: 'unknown',
  fault: run.previousFault ?? {
    kind: 'protocol',
    stage: 'after-data',
    reason: 'unexpected-reply',
    detail: `the server does not tell whether ${row.remotePath} arrived`,
  },
});

const finished = async (job: Job, size: number | null): Promise<JobResult> => {
  const { row, queue, session } = job;
  row.leftover = null;
  if (size !== null) queue.setTransferred(row, size);
  await row.batch.folders.placed(parentPathname(row.remotePath), bareEntry(baseName(row.remotePath), 'file', size));
  queue.remoteFolderChanged(session, parentPathname(row.remotePath));
  return DONE;
};
