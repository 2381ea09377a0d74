import { dirname } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import { atOffset } from '../ftp/defaults.ts';
import { discardPartFile, openPartFile, type PartFile } from '../local/part-file.ts';
import { prepareLocalTarget } from './download-target.ts';
import { DONE, exactTime, type Job, type JobResult, linkToFolder, sizeMismatch } from './job.ts';
import { isRefusal, throwIfAborted, unlessRefused } from './refusal.ts';
import { remoteSize } from './remote-size.ts';
import { resumeOffset, type SourceNow } from './resume.ts';
import { transferOptions } from './transfer-options.ts';
import type { TransferRow } from './transfer-row.ts';
import { readRemoteFolder } from './walk-remote.ts';

/**
 * Brings one file here: what stands at the target is looked at, the bytes go to a part file beside it, and only a
 * whole file gets the final name.
 * Faults: the engine's and `local-file`; what has come is kept in the part file and told in `leftover`.
 */
export const download = async (job: Job): Promise<JobResult> => {
  const { row } = job;
  if (row.source.type === 'link' && (await leadsToFolder(job))) {
    if (!row.source.chosen) return linkToFolder(row.remotePath);
    row.kind = 'folder';
    return await readRemoteFolder(job);
  }
  const prepared = await prepareLocalTarget(job);
  if (prepared.kind !== 'ready') return prepared;
  throwIfAborted(job.run.abort.signal);

  const asked = askSource(job);
  const offset = row.leftover?.kind === 'download' ? resumeOffset(row.leftover, await asked) : 0;
  job.queue.claimPart(row);
  const part = await openPartFile(row.localPath, offset);
  const ended = await receive(job, part, offset, asked);
  if (ended !== null) return ended;
  job.queue.setTransferred(row, offset + (job.run.progress?.counter.bytes ?? 0));
  return await place(job, part, prepared.replace, await asked);
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
    row.size === null || row.source.type === 'link' || again
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

/** Null when the whole file is in the part file. Whatever else happens, the part file is closed. */
const receive = async (
  job: Job,
  part: PartFile,
  offset: number,
  asked: Promise<SourceNow>,
): Promise<JobResult | null> => {
  const { row, run, connection } = job;
  const counter = { bytes: 0 };
  run.progress = { base: offset, counter };
  job.queue.setTransferred(row, offset);
  try {
    if (offset === 0 || offset !== (await asked).size) {
      await connection.retrieve(row.remotePath, part.sink, {
        ...transferOptions(job, counter),
        start: atOffset(offset),
      });
    }
    await checkSize(job, offset + counter.bytes, (await asked).size);
    return null;
  } catch (thrown) {
    const source = await asked.catch(() => ({ size: null, modifiedMs: null }));
    return await setAside(job, part, source, thrown);
  }
};

/**
 * What came must be as long as the source is: as listed, or as the server says now where the file changed since. One
 * that grows while it comes, as logs do, is what it was in between; but not behind a part of an earlier try.
 */
const checkSize = async (
  { row, run, connection, queue }: Job,
  bytes: number,
  expected: number | null,
): Promise<void> => {
  if (expected === null || expected === bytes) return;
  const now = await remoteSize(connection, row.remotePath, run.abort.signal);
  const grows = typeof now === 'number' && expected < bytes && bytes < now && run.progress?.base === 0;
  if (typeof now === 'number' && now !== bytes && !grows) throw sizeMismatch(now, bytes);
  queue.setSize(row, bytes);
};

/** After a fault: null where it does not matter, the file being whole; else what can be gone on with is kept. */
const setAside = async (job: Job, part: PartFile, source: SourceNow, thrown: unknown): Promise<JobResult | null> => {
  const { row, run } = job;
  const fault = thrown instanceof FaultError ? thrown.fault : null;
  if (fault?.kind === 'protocol' && fault.reason === 'size-mismatch') {
    await part.discard();
    beginAnew(row);
    throw thrown;
  }
  // The 226 is missing, but the data connection ended by itself and every byte the server has is here.
  const complete = fault?.stage === 'after-data' && source.size !== null;
  if (complete && (await part.sink.settled()) === source.size) return null;

  if (isRefusal(thrown) && run.progress && run.progress.base > 0 && run.progress.counter.bytes === 0) {
    // The server does not go on in the middle of a file: the whole of it may still be had.
    await part.discard();
    beginAnew(row);
    return { kind: 'again' };
  }
  row.leftover = {
    kind: 'download',
    length: await part.keep(),
    sourceSize: source.size,
    sourceModifiedMs: source.modifiedMs,
  };
  if (fault?.stage === 'after-data' && source.size === null) return { kind: 'unknown', fault };
  throw thrown;
};

/** Nothing that is here can be gone on with: what was to be resumed is replaced. */
const beginAnew = (row: TransferRow): void => {
  row.leftover = null;
  const action = row.decision?.action ?? row.batch.remembered;
  if (action === 'resume') row.decision = { action: 'overwrite', newName: null };
};

const place = async (job: Job, part: PartFile, replace: boolean, source: SourceNow): Promise<JobResult> => {
  const { row } = job;
  try {
    await part.finish({ replace, modifiedMs: source.modifiedMs });
  } catch (thrown) {
    if (isExists(thrown)) {
      // A file appeared there meanwhile. The part is whole, so only the question is still open.
      row.leftover = {
        kind: 'download',
        length: row.transferred,
        sourceSize: source.size,
        sourceModifiedMs: source.modifiedMs,
      };
      return { kind: 'again' };
    }
    row.leftover = null;
    await discardPartFile(row.localPath);
    throw thrown;
  }
  row.leftover = null;
  job.queue.localFolderChanged(dirname(row.localPath));
  return DONE;
};

const isExists = (thrown: unknown): boolean =>
  thrown instanceof FaultError && thrown.fault.kind === 'local-file' && thrown.fault.cause === 'exists';
