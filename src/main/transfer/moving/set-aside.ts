import { FaultError } from '#shared/fault.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { Checkpoint } from '../../ftp/engine.ts';
import type { PartFile } from '../../local/part-file.ts';
import { goingOn, sizesComparable } from '../decisions/choice-facts.ts';
import type { Job, JobResult } from '../rows/job.ts';
import { partHere } from '../rows/new-leftover.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { isMismatch } from '../server/compare-checksums.ts';
import { isRefusal } from '../server/refusal.ts';
import type { SourceNow } from './resume.ts';

/** How far a download had come. */
interface Broken {
  /** What the server's file was then. */
  readonly source: SourceNow;
  /** The newest place the transfer could go on from. */
  readonly newest: Checkpoint | null;
  /** Whether what was there before it, if anything, is the same as on the server. */
  readonly wasCompared: boolean;
}

/**
 * What becomes of a download's part after a fault: what of it can be gone on with is kept, and told in the row.
 *
 * Faults: `thrown`, where there is nothing better to do; `local-file`.
 */
export const setAside = async (
  job: Job,
  part: PartFile,
  { source, newest, wasCompared }: Broken,
  thrown: unknown,
): Promise<JobResult> => {
  const { row, run, session } = job;
  const { choice } = row.batch;
  const fault = thrown instanceof FaultError ? thrown.fault : null;
  if (isMismatch(thrown)) {
    await part.discard();
    beginAnew(row);
    if (fault?.stage === 'finishing') throw thrown;
    session.note(`What is here of ${row.name} is not the beginning of the server's file: all of it comes again.`);
    return { kind: 'again' };
  }
  if (isRefusal(thrown) && run.progress && run.progress.base > 0 && run.progress.counter.bytes === 0) {
    // The server does not go on in the middle of a file: the whole of it may still be had.
    await part.discard();
    beginAnew(row);
    return { kind: 'again' };
  }
  const kept = await part.sink.settled();
  // Only the reply is missing, or the comparison: it need not come again, if it is on the disk for good.
  const isWhole = goingOn(choice) === 'bytes' && kept > 0 && kept === source.size && wasCompared;
  row.leftover = partHere({
    at: placeToGoOn(row, await part.keep(isWhole), newest),
    sourceSize: source.size,
    sourceModifiedMs: source.modifiedMs,
    isWhole,
  });
  const undecided = goingOn(choice) !== 'markers' && (source.size === null || !sizesComparable(choice));
  // The 226 is missing, but the data connection ended by itself.
  if (fault?.stage === 'after-data' && undecided) return { kind: 'unknown', fault };
  throw thrown;
};

/** The newest place to go on from of which `kept` bytes hold everything before it. */
export const placeToGoOn = (row: TransferRow, kept: number, newest: Checkpoint | null): Checkpoint | null => {
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
