import type { DownloadLeftover } from './transfer-row.ts';

export interface SourceNow {
  readonly size: number | null;
  readonly modifiedMs: number | null;
}

/**
 * From which byte a download goes on: the length of what is here, or 0 where the server's file is not surely the one
 * the part came from. A size that nobody knows proves nothing, so it begins anew; a time is compared where both are
 * known.
 */
export const resumeOffset = (leftover: DownloadLeftover, now: SourceNow): number => {
  if (now.size === null || leftover.sourceSize !== now.size || leftover.length > now.size) return 0;
  const { sourceModifiedMs } = leftover;
  if (sourceModifiedMs !== null && now.modifiedMs !== null && sourceModifiedMs !== now.modifiedMs) return 0;
  return leftover.length;
};
