import { FaultError } from '#shared/fault.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { Checkpoint, SuspectData } from '../../ftp/engine.ts';
import type { PartFile } from '../../local/part-file.ts';
import { goingOn, isWholeWithoutReply } from '../decisions/choice-facts.ts';
import { type Job, type JobResult, sizeMismatch } from '../rows/job.ts';
import { isMismatch, onDisk, onServer } from '../server/compare-checksums.ts';
import { type OverlapSink, overlapOf, overlapSink } from '../server/overlap.ts';
import { remoteSize } from '../server/remote-size.ts';
import { type InPart, keepProgress } from './keep-progress.ts';
import type { SourceNow } from './resume.ts';
import { placeToGoOn, setAside } from './set-aside.ts';
import { keepSuspect } from './suspect-file.ts';
import { transferOptions } from './transfer-options.ts';
import { comparesContent, comparesSizes, verify } from './verification.ts';

/**
 * Receives a file into its part, from `start` on, and compares it with its source. Null when the whole file is in the
 * part file. Whatever else happens, the part file is closed, and what of it can be gone on with is told in the row's
 * `leftover`.
 *
 * @param asked size and time of the server's file, on the way
 * Faults: the engine's and `local-file`; `protocol: suspect-data` where the server does not vouch for all that came;
 * `size-mismatch` and `content-mismatch` where it is not the same as its source.
 */
export const receiveFile = async (
  job: Job,
  part: PartFile,
  start: Checkpoint | null,
  asked: Promise<SourceNow>,
): Promise<JobResult | null> => {
  const { row, run } = job;
  const isWhole = start !== null && row.leftover?.kind === 'download' && row.leftover.isWhole;
  if (isWhole) run.progress = { base: start.localBytes, counter: { bytes: 0 } };
  if (isWhole && row.verifiedBy !== null) return null;
  const tracked: Received = { newest: start, suspect: [], overlap: null };
  const here = (): InPart | null => {
    if (tracked.overlap?.isCompared === false) return null;
    const at = placeToGoOn(row, part.sink.written(), tracked.newest);
    return at && { at, further: [] };
  };
  const keeping = isWhole ? null : keepProgress(job, part, asked, here);
  try {
    if (!isWhole) {
      await retrieve(job, part, start, tracked).catch(async (thrown: unknown) => {
        if (tracked.overlap?.isCompared === false) throw thrown;
        if (!(await isWholeAnyway(job, part, asked, thrown))) throw thrown;
      });
    }
    await keeping?.end();
    if (tracked.suspect.length === 0) await compareReceived(job, part, (await asked).size);
  } catch (thrown) {
    await keeping?.end();
    const source = await asked.catch(() => ({ size: null, modifiedMs: null }));
    return await setAside(
      job,
      part,
      { source, newest: tracked.newest, wasCompared: tracked.overlap?.isCompared !== false },
      thrown,
    );
  }
  return tracked.suspect.length === 0 ? null : await keepSuspect(job, part, tracked.suspect, asked);
};

/**
 * Whether the file is whole although its completion reply is missing: the data connection ended by itself, with all of it.
 * Where a checksum is to be compared that is for a connection which still stands.
 */
const isWholeAnyway = async (
  job: Job,
  part: PartFile,
  asked: Promise<SourceNow>,
  thrown: unknown,
): Promise<boolean> => {
  if (!(thrown instanceof FaultError) || thrown.fault.stage !== 'after-data') return false;
  if (job.connection.closed && comparesContent(job)) return false;
  const { size } = await asked.catch(() => ({ size: null }));
  return isWholeWithoutReply(job.row.batch.choice, size, await part.sink.settled());
};

interface Received {
  newest: Checkpoint | null;
  suspect: readonly SuspectData[];
  /** What compares with the part of an earlier try. */
  overlap: OverlapSink | null;
}

/**
 * One RETR. What is gone on with by its bytes begins a little before its end, so that the bytes that come again are compared
 * with those that are here; it costs no round trip.
 */
const retrieve = async (job: Job, part: PartFile, start: Checkpoint | null, tracked: Received): Promise<void> => {
  const { row, run, connection } = job;
  const by = goingOn(row.batch.choice);
  const kept = start?.localBytes ?? 0;
  const again = by === 'bytes' ? overlapOf(kept) : 0;
  const base = kept - again;
  const overlap = again === 0 ? null : overlapSink(part.sink, await part.read({ from: base, length: again }));
  tracked.overlap = overlap;
  const counter = { bytes: 0 };
  run.progress = { base, counter };
  job.queue.setTransferred(row, base);
  const { suspect } = await connection.retrieve(row.remotePath, overlap ?? part.sink, {
    ...transferOptions(job, counter),
    start: overlap === null ? start : atOffset(base),
    onCheckpoint:
      by === 'markers'
        ? (checkpoint) => {
            tracked.newest = checkpoint;
          }
        : null,
  });
  tracked.suspect = suspect;
  overlap?.expectCompared();
};

/**
 * Compares what is here, all of it, with its source: by their lengths, and by a checksum where one is to be had. It is
 * read again from the disk for that, while the server reads its own.
 *
 * @param expected the length of the source, when it was begun with; null: not known
 * Faults: `size-mismatch`, `content-mismatch`, `refused-here: no-checksum`; the engine's where they concern the connection.
 */
export const compareReceived = async (job: Job, part: PartFile, expected: number | null): Promise<void> => {
  const { row, run, connection, queue } = job;
  const bytes = (run.progress?.base ?? 0) + (run.progress?.counter.bytes ?? 0);
  const size = comparesSizes(job) && expected !== null ? await comparedSize(job, bytes, expected) : null;
  queue.setSize(row, bytes);
  const { signal } = run.abort;
  const here = onDisk((algorithm) => part.checksum(algorithm, signal));
  try {
    row.verifiedBy = await verify(job, size, onServer(connection, row.remotePath, signal), here);
  } catch (thrown) {
    // The checksum is of what the file is by now.
    if (!isMismatch(thrown) || !hasGrown(job, bytes, await sizeNow(job))) throw thrown;
    row.verifiedBy = size === null ? null : 'size';
  }
};

/**
 * What came must be as long as the source is: as listed, or as the server says now where the file changed since.
 *
 * @returns the length of both; null where the server does not tell it any more
 */
const comparedSize = async (job: Job, bytes: number, expected: number): Promise<number | null> => {
  if (expected === bytes) return bytes;
  const now = await sizeNow(job);
  if (typeof now !== 'number') return null;
  const grew = expected < bytes && hasGrown(job, bytes, now);
  if (now !== bytes && !grew) throw sizeMismatch(now, bytes);
  return bytes;
};

const sizeNow = ({ row, run, connection }: Job): ReturnType<typeof remoteSize> =>
  remoteSize(connection, row.remotePath, run.abort.signal);

/** A file that grows while it comes, as logs do, is what it was in between; but not behind a part of an earlier try. */
const hasGrown = ({ run }: Job, bytes: number, now: number | 'absent' | 'unknown'): boolean =>
  typeof now === 'number' && bytes < now && run.progress?.base === 0;
