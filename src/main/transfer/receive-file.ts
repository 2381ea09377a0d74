import { FaultError } from '#shared/fault.ts';
import { atOffset } from '../ftp/defaults.ts';
import type { Checkpoint, SuspectData } from '../ftp/engine.ts';
import type { PartFile } from '../local/part-file.ts';
import { goingOn, isWholeWithoutReply, sizesComparable } from './choice-facts.ts';
import { type Job, type JobResult, sizeMismatch } from './job.ts';
import { isRefusal } from './refusal.ts';
import { remoteSize } from './remote-size.ts';
import type { SourceNow } from './resume.ts';
import { keepSuspect } from './suspect-file.ts';
import { transferOptions } from './transfer-options.ts';
import type { TransferRow } from './transfer-row.ts';

/**
 * Receives a file into its part, from `start` on. Null when the whole file is in the part file. Whatever else happens,
 * the part file is closed, and what of it can be gone on with is told in the row's `leftover`.
 *
 * @param asked size and time of the server's file, on the way
 * Faults: the engine's and `local-file`; `protocol: suspect-data` where the server does not vouch for all that came.
 */
export const receiveFile = async (
  job: Job,
  part: PartFile,
  start: Checkpoint | null,
  asked: Promise<SourceNow>,
): Promise<JobResult | null> => {
  const { row, run, connection } = job;
  const base = start?.localBytes ?? 0;
  const by = goingOn(row.batch.choice);
  const counter = { bytes: 0 };
  run.progress = { base, counter };
  job.queue.setTransferred(row, base);
  let newest = start;
  let suspect: readonly SuspectData[] = [];
  try {
    if (base === 0 || by !== 'bytes' || base !== (await asked).size) {
      const outcome = await connection.retrieve(row.remotePath, part.sink, {
        ...transferOptions(job, counter),
        start,
        onCheckpoint:
          by === 'markers'
            ? (checkpoint) => {
                newest = checkpoint;
              }
            : null,
      });
      suspect = outcome.suspect;
    }
    if (suspect.length === 0) await checkSize(job, base + counter.bytes, (await asked).size);
  } catch (thrown) {
    const source = await asked.catch(() => ({ size: null, modifiedMs: null }));
    return await setAside(job, part, source, newest, thrown);
  }
  return suspect.length === 0 ? null : await keepSuspect(job, part, suspect, asked);
};

/**
 * What came must be as long as the source is: as listed, or as the server says now where the file changed since. One
 * that grows while it comes, as logs do, is what it was in between; but not behind a part of an earlier try.
 */
export const checkSize = async (
  { row, run, connection, queue }: Job,
  bytes: number,
  expected: number | null,
): Promise<void> => {
  if (sizesComparable(row.batch.choice) && expected !== null && expected !== bytes) {
    const now = await remoteSize(connection, row.remotePath, run.abort.signal);
    const grows = typeof now === 'number' && expected < bytes && bytes < now && run.progress?.base === 0;
    if (typeof now === 'number' && now !== bytes && !grows) throw sizeMismatch(now, bytes);
  }
  queue.setSize(row, bytes);
};

/** After a fault: null where it does not matter, the file being whole; else what can be gone on with is kept. */
const setAside = async (
  job: Job,
  part: PartFile,
  source: SourceNow,
  newest: Checkpoint | null,
  thrown: unknown,
): Promise<JobResult | null> => {
  const { row, run } = job;
  const { choice } = row.batch;
  const fault = thrown instanceof FaultError ? thrown.fault : null;
  if (fault?.kind === 'protocol' && fault.reason === 'size-mismatch') {
    await part.discard();
    beginAnew(row);
    throw thrown;
  }
  // The 226 is missing, but the data connection ended by itself.
  const ended = fault?.stage === 'after-data';
  if (ended && isWholeWithoutReply(choice, source.size, await part.sink.settled())) return null;

  if (isRefusal(thrown) && run.progress && run.progress.base > 0 && run.progress.counter.bytes === 0) {
    // The server does not go on in the middle of a file: the whole of it may still be had.
    await part.discard();
    beginAnew(row);
    return { kind: 'again' };
  }
  row.leftover = {
    kind: 'download',
    at: placeToGoOn(row, await part.keep(), newest),
    further: [],
    sourceSize: source.size,
    sourceModifiedMs: source.modifiedMs,
  };
  const undecided = goingOn(choice) !== 'markers' && (source.size === null || !sizesComparable(choice));
  if (ended && undecided) return { kind: 'unknown', fault };
  throw thrown;
};

/** The newest place to go on from of which `kept` bytes hold everything before it. */
const placeToGoOn = (row: TransferRow, kept: number, newest: Checkpoint | null): Checkpoint | null => {
  switch (goingOn(row.batch.choice)) {
    case 'bytes':
      return atOffset(kept);
    case 'markers':
      return newest !== null && newest.localBytes > 0 && newest.localBytes <= kept ? newest : null;
    case 'none':
      return null;
  }
};

/** Nothing that is here can be gone on with: what was to be resumed is replaced. */
export const beginAnew = (row: TransferRow): void => {
  row.leftover = null;
  const action = row.decision?.action ?? row.batch.remembered;
  if (action === 'resume') row.decision = { action: 'overwrite', newName: null };
};
