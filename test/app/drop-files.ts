import type { Locator, Page } from '@playwright/test';

/**
 * Drops files and folders from the desktop onto an element, as the system's drag would: Playwright's own dragging
 * begins in the page and can carry no path.
 *
 * @param paths absolute paths of files and folders that exist.
 */
export const dropFiles = async (page: Page, target: Locator, paths: readonly string[]): Promise<void> => {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('the target of the drop is not visible');
  const COPY = 1;
  const at = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    data: { items: [], files: [...paths], dragOperationsMask: COPY },
  };
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at });
  }
  await devtools.detach();
};
