import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Job } from '../rows/job.ts';
import { overlapOf, sameBytes } from '../server/overlap.ts';
import { readRange } from '../server/read-range.ts';
import type { UploadSource } from './upload-source.ts';

/**
 * Whether what the server has at `path`, of `length` bytes, ends as the source does there: by a checksum of that part
 * where both tell one and it is the same, else by its bytes. Where they cannot be had the length has to do, which is told
 * in the transcript.
 * Faults: the engine's and the source's.
 */
export const hasSameTail = async (job: Job, source: UploadSource, path: Pathname, length: number): Promise<boolean> => {
  const { connection, run, session } = job;
  const overlap = overlapOf(length);
  const from = length - overlap;
  if (overlap === 0 || (await hasSameChecksum(job, source, path, { from, to: length }))) return true;
  const { signal } = run.abort;
  const there = await readRange(connection, path, { from, length: overlap }, signal);
  const ours = there === null ? null : await source.read({ from, length: overlap });
  if (there !== null && ours !== null) return sameBytes(there, ours);
  session.note(`What is there of ${path} cannot be read: it is gone on with by its length alone.`);
  return true;
};

/** A checksum that differs proves nothing: which byte a range ends with is not the same on all servers. */
const hasSameChecksum = async (
  { connection, run, verification }: Job,
  source: UploadSource,
  path: Pathname,
  range: { readonly from: number; readonly to: number },
): Promise<boolean> => {
  const algorithm = connection.checksums.find((one) => source.checksums.includes(one));
  if (algorithm === undefined || verification === 'off' || verification === 'size') return false;
  const there = await connection.checksum(path, { algorithm, range, signal: run.abort.signal });
  return there !== null && there === (await source.checksum(algorithm, range));
};
