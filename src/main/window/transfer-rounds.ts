import type { TransferState, TransferSummary } from '#shared/model/transfer.ts';

/** What came of the transfers since there was something to do. */
export interface Round {
  /** Done or skipped. */
  readonly done: number;
  /** Failed, or of unknown outcome. */
  readonly failed: number;
}

const UNFINISHED = ['waiting', 'active', 'moving', 'asking', 'paused'] as const satisfies readonly TransferState[];

/** Whether anything is left to do, be it only that a person resumes it. */
export const hasUnfinished = ({ counts }: TransferSummary): boolean => UNFINISHED.some((state) => counts[state] > 0);

/**
 * Watches the queue's summaries and tells when the last transfer is over. What was only cancelled is no round, and
 * neither is a queue that is looked at the first time.
 */
export const watchRounds = (onOver: (round: Round) => void): ((summary: TransferSummary) => void) => {
  let before: TransferSummary['counts'] | null = null;
  let running = false;
  let done = 0;
  let failed = 0;
  return (summary) => {
    const { counts } = summary;
    // Rows that are cleared or tried again meanwhile take nothing from what was.
    const more = (...states: readonly TransferState[]): number =>
      before === null ? 0 : states.reduce((sum, state) => sum + Math.max(0, counts[state] - (before?.[state] ?? 0)), 0);
    done += more('done', 'skipped');
    failed += more('failed', 'unknown');
    before = { ...counts };
    if (hasUnfinished(summary)) {
      if (!running) {
        running = true;
        done = 0;
        failed = 0;
      }
      return;
    }
    const over = done + failed > 0;
    const round = { done, failed };
    running = false;
    done = 0;
    failed = 0;
    if (over) onOver(round);
  };
};
