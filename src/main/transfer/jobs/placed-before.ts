import { lstat } from 'node:fs/promises';
import { systemPath } from '../../local/local-path.ts';
import { discardPartFile, partPath } from '../../local/part-file.ts';
import type { TransferRow } from '../rows/transfer-row.ts';

/**
 * Whether a download has its final name already, although the program ended before it could be told: between `link` and the
 * removal of the part, or just after a rename. A part that is there by itself is the file still to be named.
 */
export const isPlaced = async ({ leftover, localPath }: TransferRow): Promise<boolean> => {
  if (leftover?.kind !== 'download' || leftover.placing === null) return false;
  const [part, file] = await Promise.all([lookUp(partPath(localPath)), lookUp(localPath)]);
  if (!file?.isFile() || file.size !== BigInt(leftover.placing)) return false;
  if (part === null) return leftover.sourceModifiedMs === null || isTime(file.mtimeMs, leftover.sourceModifiedMs);
  if (part.ino !== file.ino || part.dev !== file.dev) return false;
  await discardPartFile(localPath);
  return true;
};

/** Disks keep times to two seconds (FAT) or better. */
const isTime = (found: bigint, set: number): boolean => Math.abs(Number(found) - set) < 2_000;

const lookUp = async (path: string) => {
  try {
    return await lstat(systemPath(path), { bigint: true });
  } catch {
    return null;
  }
};
