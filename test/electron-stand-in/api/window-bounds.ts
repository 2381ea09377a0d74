import type { Page } from '../browser/page.ts';
import { launch } from '../launch.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

export interface Placement {
  readonly bounds: Rectangle;
  readonly state: WindowState;
}

/** What a screen offers where there is none to look at. */
export const UNSEEN_SCREEN: Rectangle = { x: 0, y: 0, width: 1_280, height: 800 };

/** Brings a page to its place: on the screen the browser's own window, unseen the size its page is laid out for. */
export const place = async (page: Page, { bounds, state }: Placement): Promise<void> => {
  if (!launch().headed) {
    const { width, height } = state === 'maximized' || state === 'fullscreen' ? UNSEEN_SCREEN : bounds;
    await page.devtools.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    return;
  }
  const { windowId } = await page.devtools.send('Browser.getWindowForTarget', { targetId: page.targetId });
  // The browser takes bounds for a normal window only, and a state without bounds.
  await page.devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  const { x: left, y: top, width, height } = bounds;
  await page.devtools.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  if (state !== 'normal') {
    await page.devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } });
  }
};

/** Where a window on the screen is now; null where nobody but the app can move it. */
export const placementOf = async (page: Page): Promise<Placement | null> => {
  if (!launch().headed) return null;
  const { bounds } = await page.devtools.send('Browser.getWindowForTarget', { targetId: page.targetId });
  const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds;
  return { bounds: { x: left, y: top, width, height }, state: windowState };
};
