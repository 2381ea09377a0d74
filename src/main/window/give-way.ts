/** How long data rests behind a turn while a person is at work, as a multiple of that: a fifth of the time is its own. */
const REST = 4;
/** Milliseconds that one sign of a person lasts: longer than the window waits before it gives the next. */
const LASTS_MS = 1_000;

/**
 * Has transfers leave the machine room to answer and draw while a person is at work in the window.
 * @param restAfterTurns the engine's
 * @returns to be called at each sign of the person
 */
export const giveWay = (restAfterTurns: (factor: number) => void): (() => void) => {
  let over: NodeJS.Timeout | null = null;
  const end = (): void => {
    over = null;
    restAfterTurns(0);
  };
  return () => {
    if (over === null) restAfterTurns(REST);
    else clearTimeout(over);
    over = setTimeout(end, LASTS_MS).unref();
  };
};
