import { dirname } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import { atOffset } from '../../ftp/defaults.ts';
import { discardPartFile, openPartFile, type PartFile } from '../../local/part-file.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import { exactTime } from '../decisions/compare-sides.ts';
import { readRemoteFolder } from '../folders/walk-remote.ts';
import { receiveFile } from '../moving/receive-file.ts';
import { piecesHere, resumeAt, type SourceNow } from '../moving/resume.ts';
import { beginAnew } from '../moving/set-aside.ts';
import { expectComparable } from '../moving/verification.ts';
import { DONE, type Job, type JobResult, leadsPerhapsToFolder, linkToFolder } from '../rows/job.ts';
import { partHere } from '../rows/new-leftover.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { SegmentWish } from '../segments/recruit.ts';
import { comesInPieces, receiveInSegments } from '../segments/segmented-download.ts';
import { throwIfAborted, unlessRefused } from '../server/refusal.ts';
import { leaveIfSame } from './compare-content.ts';
import { type Prepared, prepareLocalTarget } from './download-target.ts';
import { isPlaced } from './placed-before.ts';

/**
 * Brings one file here: what stands at the target is looked at, the bytes go to a part file beside it, and only a
 * whole file gets the final name.
 * Faults: the engine's and `local-file`; what has come is kept in the part file and told in `leftover`.
 */
export const download = async (job: Job, wish: SegmentWish): Promise<JobResult> => {
  const { row } = job;
  if (leadsPerhapsToFolder(row) && (await leadsToFolder(job))) {
    if (row.source.type === 'link' && !row.source.chosen) return linkToFolder(row.remotePath);
    row.kind = 'folder';
    return await readRemoteFolder(job);
  }
  if (await isPlaced(row)) {
    if (row.leftover?.kind === 'download') job.queue.setTransferred(row, row.leftover.placing ?? 0);
    return arrived(job);
  }
  expectComparable(job);
  const prepared = await prepareLocalTarget(job);
  if (prepared.kind !== 'ready') return prepared;
  throwIfAborted(job.run.abort.signal);

  const asked = askSource(job);
  const { leftover } = row;
  const begun = leftover?.kind === 'download' ? leftover : null;
  job.queue.claimPart(row);
  const now = comesInPieces(row, row.size, wish) ? await asked : null;
  const runs = row.source.mode !== undefined;
  let part: PartFile;
  let ended: JobResult | null;
  if (now !== null && now.size !== null && comesInPieces(row, now.size, wish)) {
    const here = begun === null ? [] : piecesHere(begun, now);
    const opened = await openPart(row, here.at(-1)?.to ?? 0, runs);
    part = opened.part;
    ended = await receiveInSegments(job, part, opened.kept ? here : [], { ...now, size: now.size }, wish);
  } else {
    const start = begun === null ? null : resumeAt(begun, await asked, row.batch.choice);
    const opened = await openPart(row, start?.localBytes ?? 0, runs);
    part = opened.part;
    ended = await receiveFile(job, part, opened.kept ? start : null, asked);
  }
  if (ended !== null) return ended;
  const { base, counter } = job.run.progress ?? { base: 0, counter: { bytes: 0 } };
  job.queue.setTransferred(row, base + counter.bytes);
  return await place(job, part, prepared.replace, await asked);
};

type Ready = Extract<Prepared, { kind: 'ready' }>;

interface OpenedPart {
  readonly part: PartFile;
  /** Whether what was there of it is there still. */
  readonly kept: boolean;
}

/** What was told to be in the part may be gone, by a person's doing or a loss of power: then all of it comes again. */
const openPart = async (row: TransferRow, offset: number, runs: boolean): Promise<OpenedPart> => {
  try {
    return { part: await openPartFile(row.localPath, offset, runs), kept: true };
  } catch (thrown) {
    if (offset === 0 || !isGone(thrown)) throw thrown;
  }
  beginAnew(row);
  return { part: await openPartFile(row.localPath, 0, runs), kept: false };
};

const leadsToFolder = async (job: Job): Promise<boolean> =>
  (await unlessRefused(job.connection.changeDirectory(job.row.remotePath))) !== null;

/**
 * Size and time of the server's file: as listed where that is exact and this is the first try, else by SIZE and MDTM.
 * They are asked before the transfer command and answered on the way, so they cost no round trip of their own.
 */
const askSource = (job: Job): Promise<SourceNow> => {
  const { row, connection } = job;
  const again = row.leftover !== null || row.tries.used > 0;
  const listedMs = exactTime(row.source.modified);
  const size =
    row.size === null || leadsPerhapsToFolder(row) || again
      ? unlessRefused(connection.size(row.remotePath))
      : Promise.resolve(row.size);
  const modified =
    listedMs === null || again ? unlessRefused(connection.modified(row.remotePath)) : Promise.resolve(listedMs);
  const now = Promise.all([size, modified]).then(([bytes, modifiedMs]) => {
    if (bytes !== null) job.queue.setSize(row, bytes);
    return { size: bytes, modifiedMs: modifiedMs ?? listedMs };
  });
  // Awaited later: should the connection be lost first, the transfer itself tells of it.
  now.catch(() => {});
  return now;
};

const place = async (job: Job, part: PartFile, replace: Ready['replace'], source: SourceNow): Promise<JobResult> => {
  const { row } = job;
  const left = replace === 'if-different' ? await leaveIfSame(job, part) : null;
  if (left !== null) return left;
  const whole = partHere({
    at: goingOn(row.batch.choice) === 'bytes' ? atOffset(row.transferred) : null,
    sourceSize: source.size,
    sourceModifiedMs: source.modifiedMs,
    isWhole: true,
    placing: row.transferred,
  });
  row.leftover = whole;
  try {
    await part.finish({
      replace: replace !== false,
      modifiedMs: source.modifiedMs,
      // Should the program end in between, the next run finds out whether the file has its name.
      beforeNaming: () => job.queue.keep(row),
    });
  } catch (thrown) {
    if (isExists(thrown)) {
      // A file appeared there meanwhile. The part is whole, so only the question is still open.
      row.leftover = { ...whole, placing: null };
      return { kind: 'again' };
    }
    row.leftover = null;
    await discardPartFile(row.localPath);
    throw thrown;
  }
  return arrived(job);
};

const arrived = ({ row, queue }: Job): JobResult => {
  row.leftover = null;
  queue.localFolderChanged(dirname(row.localPath));
  return DONE;
};

const isGone = (thrown: unknown): boolean =>
  thrown instanceof FaultError &&
  thrown.fault.kind === 'local-file' &&
  (thrown.fault.cause === 'not-found' || thrown.fault.cause === 'changed-meanwhile');

const isExists = (thrown: unknown): boolean =>
  thrown instanceof FaultError && thrown.fault.kind === 'local-file' && thrown.fault.cause === 'exists';
