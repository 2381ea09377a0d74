import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { Checkpoint } from '../ftp/engine.ts';
import { sizesComparable } from './choice-facts.ts';
import type { DownloadLeftover } from './transfer-row.ts';

export interface SourceNow {
  readonly size: number | null;
  readonly modifiedMs: number | null;
}

/**
 * Where a download goes on: at the place its leftover names, or null, at the start, where the server's file is not
 * surely the one the part came from. A size that nobody knows proves nothing, so it begins anew; a time is compared
 * where both are known.
 */
export const resumeAt = (leftover: DownloadLeftover, now: SourceNow, choice: TransferChoice): Checkpoint | null => {
  const { at, sourceSize, sourceModifiedMs } = leftover;
  if (at === null || now.size === null || sourceSize !== now.size) return null;
  if (sizesComparable(choice) && at.localBytes > now.size) return null;
  if (sourceModifiedMs !== null && now.modifiedMs !== null && sourceModifiedMs !== now.modifiedMs) return null;
  return at;
};
