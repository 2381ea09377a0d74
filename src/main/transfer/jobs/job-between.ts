import { sizesComparable } from '../decisions/choice-facts.ts';
import { asExact } from '../decisions/compare-sides.ts';
import { readFolderBetween } from '../folders/walk-between.ts';
import { betweenOf, openRemoteSource } from '../moving/remote-source.ts';
import { expectComparable } from '../moving/verification.ts';
import type { Job, JobResult } from '../rows/job.ts';
import { leadsPerhapsToFolder, linkToFolder } from '../rows/job.ts';
import { onServer } from '../server/compare-checksums.ts';
import { throwIfAborted, unlessRefused } from '../server/refusal.ts';
import { isSameBySum } from './compare-content.ts';
import { sendFile, settleLost } from './send-file.ts';
import { prepareRemoteTarget } from './upload-target.ts';

/**
 * Has one server send a file to another. All that concerns the target is as in an upload: what stands there is looked at,
 * the bytes go to a part beside it, and only a whole file is renamed into place.
 * Faults: the engine's; the row's `leftover` tells what is on the target then.
 */
export const sendBetween = async (job: Job): Promise<JobResult> => {
  const { row } = job;
  const { source, from } = betweenOf(job);
  if (leadsPerhapsToFolder(row) && (await unlessRefused(source.connection.changeDirectory(from.path))) !== null) {
    if (row.source.type === 'link' && !row.source.chosen) return linkToFolder(from.path);
    row.kind = 'folder';
    return await readFolderBetween(job);
  }
  expectComparable(job);
  const settled = await settleLost(job, onServer(source.connection, from.path, job.run.abort.signal));
  if (settled !== null) return settled;
  const remote = await openRemoteSource(job);
  const prepared = await prepareRemoteTarget(job, {
    modified: asExact(remote.modifiedMs),
    // By checksums alone: no byte of it comes here to be compared.
    isSame: async () =>
      sizesComparable(row.batch.choice)
        ? await isSameBySum(remote, onServer(job.connection, row.remotePath, job.run.abort.signal))
        : null,
  });
  if (prepared.kind !== 'ready') return prepared;
  throwIfAborted(job.run.abort.signal);
  return await sendFile(job, remote, prepared);
};
