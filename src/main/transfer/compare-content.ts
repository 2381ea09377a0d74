import { access, constants } from 'node:fs/promises';
import { FaultError } from '#shared/fault.ts';
import { systemPath } from '../local/local-path.ts';
import type { PartFile } from '../local/part-file.ts';
import { haveSameContent, isContentOf } from '../local/same-content.ts';
import { type Job, type JobResult, leftAsItIs } from './job.ts';
import { isRefusal } from './refusal.ts';
import { transferOptions } from './transfer-options.ts';

/**
 * Whether the file on the server holds what is to replace it: it is read, compared with the local file byte by byte and
 * kept nowhere, to the first difference. Read as it would be sent, text has the line ends of this system on both sides.
 * Null where the server does not let it be read.
 * Faults: the engine's where they concern the connection; `local-file`.
 */
export const isSameThere = async (job: Job): Promise<boolean | null> => {
  const { row, run, connection } = job;
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
