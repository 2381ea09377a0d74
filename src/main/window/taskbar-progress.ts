import type { TransferSummary } from '#shared/model/transfer.ts';
import { hasUnfinished } from './transfer-rounds.ts';

/** Electron's: a number from 0 to 1, more for "some", less for none. */
export interface ProgressMark {
  readonly progress: number;
  readonly mode: 'none' | 'normal' | 'indeterminate' | 'error' | 'paused';
}

const NONE: ProgressMark = { progress: -1, mode: 'none' };

/** What the taskbar or dock shows of the queue: nothing where nothing is left to do. */
export const progressMark = (summary: TransferSummary): ProgressMark => {
  if (!hasUnfinished(summary)) return NONE;
  const { counts, totalBytes, transferredBytes } = summary;
  const isMoving = counts.active + counts.moving + counts.waiting > 0;
  const share = totalBytes > 0 ? Math.min(1, transferredBytes / totalBytes) : 0;
  if (counts.failed + counts.unknown > 0) return { progress: share, mode: 'error' };
  if (!isMoving) return { progress: share, mode: 'paused' };
  return totalBytes > 0 ? { progress: share, mode: 'normal' } : { progress: 2, mode: 'indeterminate' };
};

/** Milliseconds between two marks. */
const INTERVAL = 300;

/**
 * Shows the newest mark, a few times a second at most and only where it differs to the eye.
 * @param after calls something so many milliseconds later
 */
export const showProgress = (
  show: (mark: ProgressMark) => void,
  after: (milliseconds: number, run: () => void) => unknown,
): ((summary: TransferSummary) => void) => {
  let shown = NONE;
  let newest = NONE;
  let resting = false;
  const look = (): void => {
    const differs = newest.mode !== shown.mode || Math.abs(newest.progress - shown.progress) >= 0.005;
    if (resting || !differs) return;
    shown = newest;
    resting = true;
    after(INTERVAL, () => {
      resting = false;
      look();
    });
    show(shown);
  };
  return (summary) => {
    newest = progressMark(summary);
    look();
  };
};
