import { type Chromium, type ChromiumOptions, startChromium } from './chromium.ts';

let running: Promise<Chromium> | null = null;

/** The one browser behind all windows, started at the first call. */
export const runningBrowser = (options: () => ChromiumOptions): Promise<Chromium> => {
  running ??= (async () => {
    const chromium = startChromium(options());
    await chromium.devtools.browser.send('Target.setDiscoverTargets', { discover: true });
    return chromium;
  })();
  return running;
};

/** Ends the browser where one was started. */
export const endBrowser = async (): Promise<void> => {
  const chromium = await running?.catch(() => null);
  await chromium?.end();
};
