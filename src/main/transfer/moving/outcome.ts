import { sizesComparable } from '../decisions/choice-facts.ts';
import type { Job } from '../rows/job.ts';
import type { UploadLeftover } from '../rows/transfer-row.ts';
import { type Checkable, compareContent, isMismatch, onServer } from '../server/compare-checksums.ts';
import { remoteSize } from '../server/remote-size.ts';
import { comparesContent } from './verification.ts';

export interface Outcome {
  /**
   * - `arrived`: the file stands under its final name
   * - `whole`: it is whole, under the name of the part
   * - `part`: it is not whole
   * - `unknown`: the server does not tell
   */
  readonly is: 'arrived' | 'whole' | 'part' | 'unknown';
  /** How it was compared: `size`, or a checksum; null: not, or not yet. */
  readonly by: string | null;
}

const PART: Outcome = { is: 'part', by: null };
const WHOLE: Outcome = { is: 'whole', by: null };
const UNKNOWN: Outcome = { is: 'unknown', by: null };

/**
 * What became of an upload whose data all went through before the completion reply, or the one to RNTO, was lost. It
 * is asked of the server on a fresh connection and never guessed: by the size, and under the final name by a checksum
 * where one is to be compared, or where the size proves nothing.
 *
 * @param source what was sent
 * Faults: the engine's where they concern the connection.
 */
export const decideOutcome = async (job: Job, leftover: UploadLeftover, source: Checkable): Promise<Outcome> => {
  const { row, connection, run } = job;
  const sizeOf = (path: string): ReturnType<typeof remoteSize> => remoteSize(connection, path, run.abort.signal);
  const size = await sizeOf(leftover.remotePath);
  const direct = leftover.remotePath === row.remotePath;
  if (!sizesComparable(row.batch.choice)) {
    // Before RNTO was asked for it costs only time to send it again; afterwards a part that is gone may be in place.
    return size === 'absent' && leftover.atTarget !== 'nothing' ? UNKNOWN : PART;
  }
  if (size === 'unknown') return UNKNOWN;
  if (size === leftover.sourceSize) return direct ? await byContent(job, source, leftover.sizeProves) : WHOLE;
  if (size !== 'absent' || direct) return PART;
  // The part is gone: removed by the server (ProFTPD's DeleteAbortedStores), or renamed where that was asked for.
  if (leftover.atTarget === 'nothing') return PART;
  const placed = await sizeOf(row.remotePath);
  if (placed === 'unknown') return UNKNOWN;
  return placed === leftover.sourceSize ? await byContent(job, source, leftover.atTarget === 'proof') : PART;
};

/** Of a file under the final name that is as long as the source. */
const byContent = async (job: Job, source: Checkable, sizeProves: boolean): Promise<Outcome> => {
  const { row, connection, run } = job;
  try {
    const ask = comparesContent(job) || !sizeProves;
    const by = ask ? await compareContent(source, onServer(connection, row.remotePath, run.abort.signal)) : null;
    if (by !== null) return { is: 'arrived', by };
  } catch (thrown) {
    if (isMismatch(thrown)) return PART;
    throw thrown;
  }
  return sizeProves ? { is: 'arrived', by: 'size' } : UNKNOWN;
};
