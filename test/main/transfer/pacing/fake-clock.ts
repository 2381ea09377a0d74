import type { Clock } from '../../../../src/main/transfer/pacing/clock.ts';

/** A clock that a test moves on. */
export interface FakeClock extends Clock {
  /** Moves on, and calls in order what falls due; what that has promised is done before the next is called. */
  pass(milliseconds: number): Promise<void>;
  /** What waits to be called. */
  readonly waiting: number;
}

/** Lets everything that is settled by now be acted on. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await null;
};

export const fakeClock = (): FakeClock => {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settled();
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.run();
        await settled();
      }
      now = until;
    },
    get waiting() {
      return timers.length;
    },
  };
};
