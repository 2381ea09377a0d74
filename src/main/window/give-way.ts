/** What this process may take of all processors while a person is at work in the window. */
const SHARE = 0.1;
/** Milliseconds that one sign of a person lasts: longer than the window waits before it gives the next. */
const LASTS_MS = 1_000;

/**
 * Has transfers leave the machine room to answer and draw while a person is at work in the window.
 * @param spareProcessors the engine's
 * @returns to be called at each sign of the person
 */
export const giveWay = (spareProcessors: (share: number) => void): (() => void) => {
  let over: NodeJS.Timeout | null = null;
  const end = (): void => {
    over = null;
    spareProcessors(1);
  };
  return () => {
    if (over === null) spareProcessors(SHARE);
    else clearTimeout(over);
    over = setTimeout(end, LASTS_MS).unref();
  };
};
