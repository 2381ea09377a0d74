import type { ByteRange } from '#shared/ftp/byte-range.ts';
import type { PartFile } from '../../local/part-file.ts';
import type { Job } from '../rows/job.ts';
import { overlapDiffers, overlapOf, sameBytes } from '../server/overlap.ts';
import { readRange } from '../server/read-range.ts';

/**
 * What an earlier try left of a file has to end, in each of its pieces, as the server's file does there. A server that does
 * not let them be read does not let the rest be read either, and says so then.
 * Faults: `content-mismatch`; the engine's and `local-file`.
 */
export const expectSameEnds = async (
  { row, run, connection }: Job,
  part: PartFile,
  pieces: readonly ByteRange[],
): Promise<void> => {
  for (const { from, to } of pieces) {
    const length = overlapOf(to - from);
    const end = { from: to - length, length };
    const there = await readRange(connection, row.remotePath, end, run.abort.signal);
    if (there !== null && !sameBytes(there, await part.read(end))) throw overlapDiffers();
  }
};
