import { GOING_STATES, type TransferState, type TransferSummary, type TransferView } from '#shared/model/transfer.ts';

/** How far a transfer is, 0 to 1; null while it moves and nobody knows its size. */
export const progressOf = ({ state, size, transferred, folder }: TransferView): number | null => {
  if (state === 'done') return 1;
  // A folder of empty files has no bytes to go by.
  if (folder !== null && folder.files > 0 && !size) return (folder.finished + folder.failed) / folder.files;
  if (size === null) return state === 'active' ? null : 0;
  // An empty file is through as soon as it is done, not before.
  return size === 0 ? 0 : Math.min(1, transferred / size);
};

/** Whether it is worth showing how far it is: not before it began, and not when it is over. */
export const showsProgress = ({ state, transferred }: TransferView): boolean =>
  SHOWS_PROGRESS[state] || (state === 'waiting' && transferred > 0);

const SHOWS_PROGRESS: Readonly<Record<TransferState, boolean>> = {
  waiting: false,
  active: true,
  moving: true,
  asking: true,
  paused: true,
  done: false,
  skipped: false,
  failed: true,
  unknown: false,
  cancelled: false,
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
export const isBusy = (counts: TransferSummary['counts']): boolean => GOING_STATES.some((state) => counts[state] > 0);
