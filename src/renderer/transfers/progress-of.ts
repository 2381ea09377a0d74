import type { TransferSummary, TransferView } from '#shared/model/transfer.ts';

/** How far a transfer is, 0 to 1; null while it moves and nobody knows its size. */
export const progressOf = ({ state, size, transferred }: TransferView): number | null => {
  if (state === 'done') return 1;
  if (size === null) return state === 'active' ? null : 0;
  // An empty file is through as soon as it is done, not before.
  return size === 0 ? 0 : Math.min(1, transferred / size);
};

/** How far the whole queue is, 0 to 1, by bytes where there are any, else by files. */
export const totalProgress = ({ totalBytes, transferredBytes, count, counts }: TransferSummary): number => {
  if (totalBytes > 0) return Math.min(1, transferredBytes / totalBytes);
  return count === 0 ? 0 : finishedCount(counts) / count;
};

/** Transfers that nothing more will happen to by itself. */
export const finishedCount = (counts: TransferSummary['counts']): number =>
  counts.done + counts.skipped + counts.failed + counts.unknown + counts.cancelled;

/** Whether anything moves, or is about to. */
export const isBusy = (counts: TransferSummary['counts']): boolean =>
  counts.active + counts.waiting + counts.asking > 0;
