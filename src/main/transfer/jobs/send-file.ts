import { FaultError, type FaultKind } from '#shared/fault.ts';
import { bareEntry } from '#shared/ftp/file-entry.ts';
import { baseName, parentPathname } from '#shared/ftp/pathname.ts';
import { decideOutcome } from '../moving/outcome.ts';
import { planSending } from '../moving/plan-sending.ts';
import { store, storeFile } from '../moving/store-file.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import { comparesSizes, verify } from '../moving/verification.ts';
import { DONE, type Job, type JobResult, sizeMismatch } from '../rows/job.ts';
import { NO_SIZE } from '../rows/new-leftover.ts';
import { IN_ONE_PIECE, type SegmentWish } from '../segments/recruit.ts';
import { NOT_JOINED, storeInSegments } from '../segments/segmented-upload.ts';
import { type Checkable, isMismatch, onServer } from '../server/compare-checksums.ts';
import { unlessRefused } from '../server/refusal.ts';
import { keepFacts, placeUpload } from './place-upload.ts';
import type { PreparedUpload } from './upload-target.ts';

type Ready = Extract<PreparedUpload, { kind: 'ready' }>;

/**
 * What became of a file whose data all went through in an earlier try; null where it has to be sent (again).
 *
 * @param source what was sent, for a checksum
 * Faults: the engine's where they concern the connection.
 */
export const settleLost = async (job: Job, source: Checkable): Promise<JobResult | null> => {
  const { row } = job;
  const { leftover } = row;
  if (leftover?.kind !== 'upload' || !leftover.allSent) return null;
  const { is, by } = await decideOutcome(job, leftover, source);
  if (is === 'unknown') return leftover.sentAgain ? null : unknownOutcome(job);
  row.verifiedBy = by;
  return is === 'arrived' ? await finished(job, leftover.sourceSize) : null;
};

/**
 * Sends the bytes to another name beside the target, and renames into place what is whole. Where the server does not
 * allow that, the file is stored under its own name.
 * Faults: the engine's and the source's; the row's `leftover` tells what is on the server then.
 */
export const sendFile = async (
  job: Job,
  source: UploadSource,
  { there, resume }: Ready,
  wish: SegmentWish = IN_ONE_PIECE,
): Promise<JobResult> => {
  const { row, connection, session } = job;
  job.queue.claimPart(row);
  const plan = await planSending(job, source, there, resume);
  const { allThere } = plan;
  const inPieces = !allThere && plan.start === null && (await storeInSegments(job, source, plan, wish));
  const path = allThere || inPieces ? plan.path : await storeFile(job, source, plan);
  const whole = expectWhole(job, path, source).catch((thrown: unknown) => {
    // Whatever the server said to each of them, it did not make one file of the pieces.
    if (inPieces && isMismatch(thrown)) session.learn('piecesFail', NOT_JOINED, []);
    throw thrown;
  });
  await Promise.all([whole, keepFacts(job, path, source, there)]);
  const refusal = await placeUpload(job, path, source, there);
  if (refusal !== null) {
    await store(job, source, { path: row.remotePath, start: null, sizeProves: false });
    await unlessRefused(connection.delete(path));
    const words = 'it does not rename files into place, they are sent under their own name at once';
    session.learn('storesDirectly', words, refusal);
    await Promise.all([expectWhole(job, row.remotePath, source), keepFacts(job, row.remotePath, source, there)]);
  }
  return await finished(job, source.size);
};

/**
 * Compares what is on the server with its source, by size and checksum.
 * Faults: `size-mismatch`; `content-mismatch`; `changed-meanwhile` where the source is not what it was when sending began.
 */
const expectWhole = async (job: Job, path: string, source: UploadSource): Promise<void> => {
  const { row, connection, run } = job;
  const size = comparesSizes(job) ? await unlessRefused(connection.size(path)) : null;
  try {
    if (size !== null && source.size !== null && size !== source.size) throw sizeMismatch(source.size, size);
    const copy = onServer(connection, path, run.abort.signal);
    row.verifiedBy = await verify(job, source.size === null ? null : size, source, copy);
    await source.expectUnchanged();
  } catch (thrown) {
    if (!(thrown instanceof FaultError) || !SPOILS.has(thrown.fault.kind)) throw thrown;
    // What is there is of no use to go on with: the next try begins anew over it.
    if (row.leftover?.kind === 'upload') row.leftover = { ...row.leftover, sourceSize: NO_SIZE, allSent: false };
    const action = row.decision?.action ?? row.batch.remembered;
    if (action === 'resume') row.decision = { action: 'overwrite', newName: null };
    throw thrown;
  }
};

/** Kinds of faults after which it is not known to be the file. A lost connection says nothing about it. */
const SPOILS: ReadonlySet<FaultKind> = new Set(['protocol', 'local-file', 'refused-here']);

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
  const { row, queue, session, connection } = job;
  const { leftover } = row;
  if (leftover?.kind === 'upload' && leftover.aside !== null) await unlessRefused(connection.delete(leftover.aside));
  row.leftover = null;
  if (size !== null) queue.setTransferred(row, size);
  await row.batch.folders.placed(parentPathname(row.remotePath), bareEntry(baseName(row.remotePath), 'file', size));
  queue.remoteFolderChanged(session, parentPathname(row.remotePath));
  return DONE;
};
