import type { PartFile } from '../../local/part-file.ts';
import type { Job } from '../rows/job.ts';
import { partHere } from '../rows/new-leftover.ts';
import type { DownloadLeftover } from '../rows/transfer-row.ts';
import type { SourceNow } from './resume.ts';

/** Milliseconds: about as much has to come again when the program or the machine is killed. */
const KEPT_EVERY = 1_000;

/** Bytes. A smaller file begins anew. */
const WORTH_KEEPING = 1024 * 1024;

/** What of a file is in its part by now. */
export type InPart = Pick<DownloadLeftover, 'at' | 'further'>;

/**
 * Keeps in the store, while a file comes, what of it is in the part, so that a killed program goes on there. Writes of
 * several places are under way at a time and the disk writes in its own order, so the part is longer than what is surely in
 * it: that is looked up first, then the disk is told to keep it, and only then is it told in the row.
 *
 * @param asked size and time of the server's file: it is gone on with only where they are still the same
 * @param inPart what is written by now; null: nothing can be said yet
 * @returns what ends it: settles when it touches neither part nor row any more
 */
export const keepProgress = (
  { row, queue }: Job,
  part: PartFile,
  asked: Promise<SourceNow>,
  inPart: () => InPart | null,
): { readonly end: () => Promise<void> } => {
  let ended = false;
  let keeping: Promise<void> | null = null;
  const keep = async (): Promise<void> => {
    const { size, modifiedMs } = await asked;
    const now = ended || size === null || size < WORTH_KEEPING ? null : inPart();
    if (now === null) return;
    await part.flush();
    if (ended) return;
    row.leftover = partHere({ ...now, sourceSize: size, sourceModifiedMs: modifiedMs });
    queue.keep(row);
  };
  const timer = setInterval(() => {
    // A fault of the disk or the connection is met by what is being written or received as well, which tells of it.
    keeping ??= keep()
      .catch(() => {})
      .finally(() => {
        keeping = null;
      });
  }, KEPT_EVERY);
  return {
    end: async () => {
      ended = true;
      clearInterval(timer);
      await keeping;
    },
  };
};
