import { sizesComparable } from './choice-facts.ts';
import type { Job } from './job.ts';
import { remoteSize } from './remote-size.ts';
import type { UploadLeftover } from './transfer-row.ts';

/**
 * - `arrived`: the file stands under its final name
 * - `whole`: it is whole, under the name of the part
 * - `part`: it is not whole
 * - `unknown`: the server does not tell
 */
export type Outcome = 'arrived' | 'whole' | 'part' | 'unknown';

/**
 * What became of an upload whose data all went through before the completion reply, or the one to RNTO, was lost. It
 * is asked of the server on a fresh connection and never guessed.
 * Faults: the engine's where they concern the connection.
 */
export const decideOutcome = async (job: Job, leftover: UploadLeftover): Promise<Outcome> => {
  const { row, connection, run } = job;
  const sizeOf = (path: string): ReturnType<typeof remoteSize> => remoteSize(connection, path, run.abort.signal);
  const size = await sizeOf(leftover.remotePath);
  const direct = leftover.remotePath === row.remotePath;
  if (!sizesComparable(row.batch.choice)) {
    // Before RNTO was asked for it costs only time to send it again; afterwards a part that is gone may be in place.
    return size === 'absent' && leftover.atTarget !== 'nothing' ? 'unknown' : 'part';
  }
  if (size === leftover.sourceSize) {
    if (!leftover.sizeProves) return 'unknown';
    return direct ? 'arrived' : 'whole';
  }
  if (size === 'unknown') return 'unknown';
  if (size !== 'absent' || direct) return 'part';
  // The part is gone: removed by the server (ProFTPD's DeleteAbortedStores), or renamed where that was asked for.
  if (leftover.atTarget === 'nothing') return 'part';
  const placed = await sizeOf(row.remotePath);
  if (placed === 'unknown') return 'unknown';
  if (placed !== leftover.sourceSize) return 'part';
  return leftover.atTarget === 'proof' ? 'arrived' : 'unknown';
};
