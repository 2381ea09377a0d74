import { randomBytes } from 'node:crypto';
import type { Chromium } from './chromium.ts';
import type { DevtoolsSession } from './devtools-pipe.ts';

interface TargetEvent {
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string };
}

/** Waits for the page whose address holds the mark; the browser does not say which window came of which request. */
const pageMarked = (browser: DevtoolsSession, mark: string): Promise<string> =>
  new Promise((resolve) => {
    const look = ({ targetInfo }: TargetEvent): void => {
      if (targetInfo.type !== 'page' || !targetInfo.url.includes(mark)) return;
      browser.off('Target.targetCreated', look);
      browser.off('Target.targetInfoChanged', look);
      resolve(targetInfo.targetId);
    };
    browser.on('Target.targetCreated', look);
    browser.on('Target.targetInfoChanged', look);
  });

/** Opens an empty window. @returns the id of its DevTools target. */
export const openTarget = async (
  chromium: Chromium,
  headed: boolean,
  width: number,
  height: number,
): Promise<string> => {
  const { browser } = chromium.devtools;
  if (!headed) {
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    return targetId;
  }
  // Target.createTarget would give a browser window with tabs; --app= gives a bare frame, like an application's.
  const mark = `stand-in-${randomBytes(6).toString('hex')}`;
  const opened = pageMarked(browser, mark);
  chromium.openAppWindow(`data:text/html,<title>${mark}</title>`, width, height);
  return await opened;
};

/** Calls `gone` when the page is closed, and closes the windows it opens by itself. */
export const watchTarget = (browser: DevtoolsSession, targetId: string, gone: () => void): void => {
  browser.on('Target.targetDestroyed', (event: { targetId: string }) => {
    if (event.targetId === targetId) gone();
  });
  browser.on('Target.targetCreated', ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
    // The app was asked by `Page.windowOpen`; a window that the page opens has no preload and is closed either way.
    if (targetInfo.openerId !== targetId) return;
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
  });
};
