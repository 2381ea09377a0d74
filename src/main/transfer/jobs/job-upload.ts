import { stat } from 'node:fs/promises';
import { openFileSource } from '../../local/file-source.ts';
import { locally } from '../../local/local-fault.ts';
import { systemPath } from '../../local/local-path.ts';
import { asExact } from '../decisions/compare-sides.ts';
import { readLocalFolder } from '../folders/walk-local.ts';
import { fromFile } from '../moving/upload-source.ts';
import { expectComparable } from '../moving/verification.ts';
import type { Job, JobResult } from '../rows/job.ts';
import type { SegmentWish } from '../segments/recruit.ts';
import { type Checkable, onDisk } from '../server/compare-checksums.ts';
import { throwIfAborted } from '../server/refusal.ts';
import { isSameThere } from './compare-content.ts';
import { sendFile, settleLost } from './send-file.ts';
import { prepareRemoteTarget } from './upload-target.ts';

/**
 * Sends one file: what stands at the target is looked at, the bytes go to another name beside it, and only a whole
 * file is renamed into place. Where the server does not allow that, the file is stored under its own name.
 * Faults: the engine's and `local-file`; the row's `leftover` tells what is on the server then.
 */
export const upload = async (job: Job, wish: SegmentWish): Promise<JobResult> => {
  const { row } = job;
  if (row.source.type === 'link' && (await leadsToFolder(row.localPath))) {
    row.kind = 'folder';
    return await readLocalFolder(job);
  }
  expectComparable(job);
  const settled = await settleLost(job, sourceOf(job));
  if (settled !== null) return settled;

  const file = await openFileSource(row.localPath);
  try {
    job.queue.setSize(row, file.size);
    const source = fromFile(file, job.run.abort.signal);
    const sent = { modified: asExact(file.modifiedMs), isSame: () => isSameThere(job, source) };
    const prepared = await prepareRemoteTarget(job, sent);
    if (prepared.kind !== 'ready') return prepared;
    throwIfAborted(job.run.abort.signal);
    return await sendFile(job, source, prepared, wish);
  } finally {
    await file.close();
  }
};

/** The local file, read only where a checksum is needed to settle what became of it; gone meanwhile, it tells none. */
const sourceOf = ({ row, run }: Job): Checkable =>
  onDisk(async (algorithm) => {
    const source = await openFileSource(row.localPath).catch(() => null);
    if (source === null) return null;
    try {
      return await source.checksum(algorithm, { from: 0, to: source.size }, run.abort.signal);
    } finally {
      await source.close();
    }
  });

const leadsToFolder = async (path: string): Promise<boolean> =>
  (await locally(path, 'preparing', () => stat(systemPath(path)))).isDirectory();
