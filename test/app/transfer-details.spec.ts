import type { ElectronApplication } from '@playwright/test';
import type { Fault } from '#shared/fault.ts';
import { expect, test } from './fixtures.ts';
import { makeUpQueue } from './made-up-queue.ts';
import { transfers, transfersThat } from './person.ts';

/** What is told of a transfer below its list, where the window leaves little room for it. */

const LONG: Fault = {
  kind: 'between-servers',
  stage: 'transfer-command',
  reason: 'not-encrypted',
  side: 'both',
  source: 'ftp.example.org',
  target: 'mirror.example.net',
  detail: Array.from({ length: 12 }, (_, line) => `mirror.example.net: 522-Line ${line} of what it says`).join('\n'),
};
const SHORT: Fault = { kind: 'reply', stage: 'transfer-command', command: 'RETR', code: 550, text: 'No such file' };

const resize = (app: ElectronApplication, width: number, height: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setSize(to.width, to.height), {
    width,
    height,
  });

for (const [width, height] of [
  [800, 600],
  [720, 480],
] as const) {
  test(`all of it can be read in a window of ${width} by ${height}, and what can be done is in sight`, async ({
    app,
    page,
  }) => {
    await resize(app, width, height);
    await makeUpQueue(app, {
      counts: { queue: 3, failed: 2, finished: 0 },
      special: { failed: { 0: { fault: LONG }, 1: { fault: SHORT } } },
    });
    await transfersThat(page, 'Failed');
    const row = (name: string) => transfers(page).getByRole('row').filter({ hasText: name });
    const retry = page.getByRole('button', { name: 'Retry', exact: true }).last();
    await row('file 0000001').click();
    await expect(row('file 0000001')).toBeInViewport({ ratio: 0.9 });
    await expect(page.getByText('the data would not be encrypted.').first()).toBeInViewport();
    await expect(retry).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Retry without encryption' }).last()).toBeInViewport({ ratio: 1 });

    // Its end is behind the buttons, and comes up with the keys.
    const said = page.getByText('Line 11 of what it says');
    await retry.focus();
    for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => said.evaluate((words) => words.getBoundingClientRect().bottom)).toBeLessThanOrEqual(height);
    await expect(retry).toBeInViewport({ ratio: 1 });

    await row('file 0000002').click();
    await expect(page.getByText('550 No such file')).toBeInViewport();
    await expect(retry).toBeInViewport({ ratio: 1 });
  });
}
