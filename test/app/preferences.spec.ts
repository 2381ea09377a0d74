import type { Page } from '@playwright/test';
import type { Preferences } from '#shared/model/preferences.ts';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { expectNoViolations } from './no-violations.ts';
import { connect, remoteFiles, rowOf } from './person.ts';

/** The preferences page by page, by keyboard too; and what they have the program do. */

const read = (page: Page): Promise<Preferences> =>
  page.evaluate(async () => {
    const { request } = Reflect.get(window, 'longshore') as {
      request: (channel: string, input: unknown) => Promise<{ value: Preferences }>;
    };
    return (await request('preferences/read', {})).value;
  });

const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Preferences' }).click();
  return page.getByRole('dialog', { name: 'Preferences' });
};

test('speeds and hours are set by keyboard alone, and count at once', async ({ page }) => {
  const dialog = await open(page);
  await expect(dialog.getByRole('tab', { name: 'General' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(dialog.getByRole('tab', { name: 'Speed', selected: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('checkbox', { name: 'Limit the speed' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('2 MB');
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('Downloads')).toHaveValue('2 MB/s');
  await page.keyboard.type('slow');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('Enter a speed like')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('300');
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('Uploads')).toHaveValue('300 kB/s');

  await expect(dialog.getByRole('button', { name: 'Add hours' })).toBeFocused();
  await page.keyboard.press('Enter');
  const hours = dialog.getByRole('group', { name: 'Hours 1' });
  const sunday = hours.getByRole('button', { name: 'Sunday' });
  await expect(sunday).toBeFocused();
  await page.keyboard.press('Space');
  await expect(sunday).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(hours.getByRole('button', { name: 'Monday' })).toBeFocused();
  await hours.getByLabel('Until').fill('06:30');
  await hours.getByLabel('Downloads').fill('5 MB');
  await expect
    .poll(async () => (await read(page)).speedPlan)
    .toEqual({
      limited: true,
      speeds: { down: 2_000_000, up: 300_000 },
      hours: [{ days: [1, 2, 3, 4, 5, 6], from: 1_080, until: 390, speeds: { down: 5_000_000, up: null } }],
    });

  await dialog.getByRole('button', { name: 'Add hours' }).press('Enter');
  await dialog.getByRole('button', { name: 'Look at hours 2 before those above' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Look at hours 1 before those above' })).toBeFocused();
  expect((await read(page)).speedPlan.hours.map(({ until }) => until)).toEqual([480, 390]);
  await dialog.getByRole('button', { name: 'Remove hours 1' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Add hours' })).toBeFocused();
  expect((await read(page)).speedPlan.hours.map(({ until }) => until)).toEqual([390]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the limit is lifted and put back beside the transfers', async ({ page }) => {
  await page.getByRole('button', { name: 'Speed: not limited' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Limit', exact: true })).toBeDisabled();
  await page.getByRole('menuitem', { name: 'Edit limits…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Preferences' });
  await dialog.getByLabel('Downloads').fill('1 MB');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Speed: limited' }).click();
  await page.getByRole('menuitemradio', { name: 'No limit' }).click();
  await expect.poll(async () => (await read(page)).speedPlan.limited).toBe(false);
  await page.getByRole('button', { name: 'Speed: not limited' }).click();
  await page.getByRole('menuitemradio', { name: 'Limit', exact: true }).click();
  await expect.poll(async () => (await read(page)).speedPlan.limited).toBe(true);
});

for (const theme of ['light', 'dark'] as const) {
  test(`names, roles and contrast of every page, ${theme}`, async ({ app, page }) => {
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const dialog = await open(page);
    for (const name of ['General', 'Transfers', 'Existing files', 'Speed']) {
      await dialog.getByRole('tab', { name }).click();
      if (name === 'Speed') await dialog.getByRole('button', { name: 'Add hours' }).click();
      await expectNoViolations(page, '[role="dialog"]');
    }
  });
}

test('when all transfers are over the system is told, and quitting can be called off', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    Notification.prototype.show = function show(): void {
      told.push([this.title, this.body]);
    };
    BrowserWindow.prototype.setProgressBar = (progress, options): void => {
      told.push([progress, options?.mode]);
    };
  });
  // What is over between two looks at the queue never shows in the taskbar: it goes on once it was seen there.
  const seen = Promise.withResolvers<void>();
  const server = await startServerFtp({ files: { 'a.txt': 'x' }, replies: { RETR: { until: seen.promise } } });
  const told = (): Promise<unknown[][]> => app.evaluate(() => Reflect.get(globalThis, 'told') as unknown[][]);
  const lastMark = async () => (await told()).filter(([first]) => typeof first === 'number').at(-1);
  try {
    await connect(page, server, 'No encryption');
    await page.getByRole('button', { name: 'When all is done: Nothing' }).click();
    await page.getByRole('menuitemradio', { name: 'Quit Longshore' }).click();
    await expect(page.getByRole('button', { name: 'When all is done: Quit Longshore' })).toBeVisible();
    await rowOf(remoteFiles(page), 'a.txt').click();
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await expect.poll(lastMark).toEqual([0, 'normal']);
    seen.resolve();
    const question = page.getByRole('dialog', { name: 'All transfers are over' });
    await expect(question.getByRole('timer')).toHaveText(/Longshore quits in \d+ seconds\./);
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'When all is done: Nothing' })).toBeVisible();
    expect(await told()).toContainEqual(['All transfers are done', '1 transfer done.']);
    await expect.poll(lastMark).toEqual([-1, 'none']);
  } finally {
    await server.close();
  }
});
