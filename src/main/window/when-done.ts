import type { TransferSummary, WhenDone } from '#shared/model/transfer.ts';
import type { Asker } from '../prompts/asker.ts';
import { hasUnfinished, type Round, watchRounds } from './transfer-rounds.ts';

/** What happens when the last transfer is over, in the hands of whoever can do it. */
export interface WhenDoneOptions {
  readonly asker: Asker;
  /** Takes back what was to be done: it holds for one time. */
  readonly reset: () => void;
  readonly notify: (round: Round) => void;
  readonly act: Readonly<Record<Exclude<WhenDone, 'nothing'>, () => void>>;
  readonly now: () => number;
  /** Calls something so many milliseconds later; answers how to have it not called. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Milliseconds in which a person can say no. */
export const GRACE_MS = 30_000;

/**
 * Told of every change of the queue, does what was chosen once nothing is left to do. The person is asked first, and no
 * answer is a yes: nobody may be there. Transfers that are added meanwhile are a no.
 */
export const whenDone = (options: WhenDoneOptions): ((summary: TransferSummary) => void) => {
  const { asker, reset, notify, act, now, after } = options;
  let chosen: WhenDone = 'nothing';
  let callOff: (() => void) | null = null;

  const countDown = (what: Exclude<WhenDone, 'nothing'>): void => {
    const question = new AbortController();
    const cancel = after(GRACE_MS, () => finish(true));
    let over = false;
    const finish = (go: boolean): void => {
      if (over) return;
      over = true;
      callOff = null;
      cancel();
      question.abort();
      if (go) act[what]();
    };
    callOff = () => finish(false);
    void asker
      .ask({ kind: 'when-done', whenDone: what, atMs: now() + GRACE_MS }, question.signal)
      .then((answer) => finish(answer.kind === 'when-done'));
  };

  const watch = watchRounds((round) => {
    notify(round);
    if (chosen === 'nothing') return;
    countDown(chosen);
    reset();
  });
  return (summary) => {
    chosen = summary.whenDone;
    if (hasUnfinished(summary)) callOff?.();
    watch(summary);
  };
};
