import { access, constants } from 'node:fs/promises';
import { FaultError } from '#shared/fault.ts';
import { openFileSource } from '../../local/file-source.ts';
import { systemPath } from '../../local/local-path.ts';
import type { PartFile } from '../../local/part-file.ts';
import { haveSameContent, isContentOf } from '../../local/same-content.ts';
import { sizesComparable } from '../decisions/choice-facts.ts';
import { transferOptions } from '../moving/transfer-options.ts';
import { fromFile } from '../moving/upload-source.ts';
import { type Job, type JobResult, leftAsItIs } from '../rows/job.ts';
import { type Checkable, compareContent, isMismatch, onServer } from '../server/compare-checksums.ts';
import { isRefusal } from '../server/refusal.ts';

/**
 * Whether two files hold the same, by a checksum that both tell; null where there is none. CRC32 is not asked for: files
 * are left because it says that they are the same, and it tells accidents only.
 * Faults: the engine's where they concern the connection; those of reading a local file.
 */
export const isSameBySum = async (source: Checkable, copy: Checkable): Promise<boolean | null> => {
  const proving: Checkable = {
    get checksums() {
      return source.checksums.filter((algorithm) => algorithm !== 'CRC32');
    },
    checksum: (algorithm) => source.checksum(algorithm),
  };
  try {
    return (await compareContent(proving, copy)) === null ? null : true;
  } catch (thrown) {
    if (isMismatch(thrown)) return false;
    throw thrown;
  }
};

/** The same of a file here and one on the server, where their bytes are the same here and there. */
const isSameAsThere = async ({ row, connection, run }: Job, here: Checkable): Promise<boolean | null> =>
  sizesComparable(row.batch.choice)
    ? await isSameBySum(here, onServer(connection, row.remotePath, run.abort.signal))
    : null;

/** The same of the file that stands where a download will be. Faults: `local-file` too, where it cannot be read. */
export const isSameHereBySum = async (job: Job): Promise<boolean | null> => {
  if (job.connection.checksums.length === 0) return null;
  const { row, run } = job;
  const file = await openFileSource(row.localPath);
  try {
    return await isSameAsThere(job, fromFile(file, run.abort.signal));
  } finally {
    await file.close();
  }
};

/**
 * Whether the file on the server holds what is to replace it: by a checksum, else it is read, compared with the local
 * file byte by byte and kept nowhere, to the first difference. Read as it would be sent, text has the line ends of this
 * system on both sides. Null where the server does not let it be read.
 * Faults: the engine's where they concern the connection; `local-file`.
 */
export const isSameThere = async (job: Job, source: Checkable): Promise<boolean | null> => {
  const { row, run, connection } = job;
  const bySum = await isSameAsThere(job, source);
  if (bySum !== null) return bySum;
  const counter = { bytes: 0 };
  run.progress = { base: 0, counter };
  try {
    return await isContentOf(row.localPath, (sink) =>
      connection.retrieve(row.remotePath, sink, transferOptions(job, counter)),
    );
  } catch (thrown) {
    if (isRefusal(thrown)) return null;
    throw thrown;
  } finally {
    run.progress = null;
  }
};

/**
 * Ends a download whose part, which is whole, holds what stands in its place already: the part goes. Null where the two
 * differ, or nothing stands there any more.
 * Faults: `local-file`; the part is gone then too.
 */
export const leaveIfSame = async ({ row }: Job, part: PartFile): Promise<JobResult | null> => {
  try {
    if (!(await haveSameContent(part.path, row.localPath))) return null;
  } catch (thrown) {
    if (isNotFound(thrown)) return null;
    row.leftover = null;
    await part.discard();
    throw thrown;
  }
  row.leftover = null;
  await part.discard();
  return leftAsItIs('same-content', row.localPath);
};

/** Whether the local file that a download is to be compared with can be read. */
export const isComparable = async (path: string): Promise<boolean> => {
  try {
    await access(systemPath(path), constants.R_OK);
    return true;
  } catch {
    // Why not is no matter: the person is asked in place of the comparison.
    return false;
  }
};

const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof FaultError && thrown.fault.kind === 'local-file' && thrown.fault.cause === 'not-found';
