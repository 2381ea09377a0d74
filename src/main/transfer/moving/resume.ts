import { type ByteRange, bytesIn, joinRanges } from '#shared/ftp/byte-range.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { Checkpoint } from '../../ftp/engine.ts';
import { sizesComparable } from '../decisions/choice-facts.ts';
import type { DownloadLeftover } from '../rows/transfer-row.ts';

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
  const { at } = leftover;
  if (at === null || now.size === null || !isFromSource(leftover, now)) return null;
  return sizesComparable(choice) && at.localBytes > now.size ? null : at;
};

/** The same of a file that comes in pieces: what of it is here. */
export const piecesHere = (leftover: DownloadLeftover, now: SourceNow): readonly ByteRange[] => {
  const { size } = now;
  if (size === null || !isFromSource(leftover, now)) return [];
  const pieces = joinRanges([{ from: 0, to: leftover.at?.localBytes ?? 0 }, ...leftover.further]);
  return pieces.some(({ to }) => to > size) ? [] : pieces;
};

/** Bytes of a half-done download that are here. */
export const bytesHere = ({ at, further }: DownloadLeftover): number => (at?.localBytes ?? 0) + bytesIn(further);

const isFromSource = ({ sourceSize, sourceModifiedMs }: DownloadLeftover, now: SourceNow): boolean =>
  now.size !== null &&
  sourceSize === now.size &&
  (sourceModifiedMs === null || now.modifiedMs === null || sourceModifiedMs === now.modifiedMs);
