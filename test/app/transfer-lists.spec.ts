import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { askedOfQueue, type MadeUpQueue, makeUpQueue } from './made-up-queue.ts';
import { transfers, transfersThat } from './person.ts';

/** The lists of transfers as a person goes through them; main is made up, so that a million rows are there at once. */

const MANY: MadeUpQueue = { counts: { queue: 1_000_000, failed: 3, finished: 12 } };

const row = (page: Page, name: string) => transfers(page).getByRole('row').filter({ hasText: name });
const scroller = (page: Page) => transfers(page).locator('xpath=..');
const drawn = (page: Page) => transfers(page).locator('tr[data-index]');

test('a million rows: to both ends by key, wheel and scroll bar, and only those in sight are there', async ({
  app,
  page,
}) => {
  // Several ways to both ends.
  test.slow();
  await makeUpQueue(app, MANY);
  await row(page, 'file 0000001').click();
  await page.keyboard.press('End');
  await expect(row(page, 'file 1000000')).toBeInViewport();
  await expect(row(page, 'file 1000000')).toBeFocused();
  expect(await drawn(page).count()).toBeLessThan(60);
  await page.keyboard.press('Home');
  await expect(row(page, 'file 0000001')).toBeInViewport();

  // The scroll bar's thumb goes through all of it.
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(row(page, 'file 1000000')).toBeInViewport();
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect.poll(async () => Math.round((await firstInSight(page)) / 1_000)).toBe(500);

  // From there the wheel moves as many rows as anywhere else.
  const before = await firstInSight(page);
  await scroller(page).hover();
  await page.mouse.wheel(0, 280);
  await expect.poll(() => firstInSight(page)).toBe(before + 10);
  await scroller(page).evaluate((element) => element.scrollTo(0, 0));
  await expect(row(page, 'file 0000001')).toBeInViewport();
});

/** The place of the first row that is wholly in sight. */
const firstInSight = (page: Page): Promise<number> =>
  scroller(page).evaluate((element) => {
    const top = element.getBoundingClientRect().top + 24;
    const rows = [...element.querySelectorAll<HTMLElement>('tr[data-index]')];
    const below = rows.filter((each) => each.getBoundingClientRect().top >= top - 1);
    return Math.min(...below.map((each) => Number(each.dataset['index'])));
  });

test('the old rows stay while a long search goes on, Esc shows all again', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  await row(page, 'file 0000002').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('file');
  await expect(row(page, 'file 0000002')).toBeVisible();
  await expect(row(page, 'file 0000011')).toBeVisible();
  await expect(row(page, 'file 0000002')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row(page, 'file 0000002')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name, path or site' })).toHaveCount(0);
});

test('each list has its rows, its selection and its place', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  await row(page, 'file 0000001').click();
  await page.keyboard.press('End');
  await transfersThat(page, 'Failed');
  await expect(drawn(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Remove all failed from the list' })).toBeVisible();
  await row(page, 'file 0000002').click();
  await transfersThat(page, 'Queue');
  await expect(row(page, 'file 1000000')).toContainText('selected');
  await transfersThat(page, 'Failed');
  await expect(row(page, 'file 0000002')).toContainText('selected');
});

test('rows are put elsewhere by key and by dragging', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  await row(page, 'file 0000002').click();
  await page.keyboard.press('Alt+ArrowDown');
  const moves = async () => (await askedOfQueue(app)).filter(({ channel }) => channel === 'transfers/move');
  await expect.poll(moves).toEqual([{ channel: 'transfers/move', input: { ids: [2], before: 4 } }]);
  await page.keyboard.press('Alt+End');
  await expect.poll(async () => (await moves()).at(-1)?.input).toEqual({ ids: [2], before: null });

  await page.keyboard.press('Home');
  await row(page, 'file 0000001').click();
  await row(page, 'file 0000003').click({ modifiers: ['Control'] });
  const from = await row(page, 'file 0000001').boundingBox();
  if (!from) throw new Error('no row');
  await page.mouse.move(from.x + 60, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
  await page.mouse.move(from.x + 60, from.y + 28 * 3 + 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await moves()).at(-1)?.input).toEqual({ ids: [1, 3], before: 4 });
});

test('a drag is given up with Esc, and scrolls on at the edge', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  const box = await row(page, 'file 0000001').boundingBox();
  const edge = await scroller(page).boundingBox();
  if (!box || !edge) throw new Error('no row');
  await page.mouse.move(box.x + 60, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, edge.y + edge.height - 4, { steps: 6 });
  await expect(row(page, 'file 0000001')).not.toBeInViewport();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await askedOfQueue(app)).map(({ channel }) => channel)).not.toContain('transfers/move');
});

test('by keyboard alone: priority, sorting, and back to the order of the queue', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  await row(page, 'file 0000001').click();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('p');
  await page.getByRole('menuitem', { name: 'Priority' }).press('ArrowRight');
  await page.getByRole('menuitemradio', { name: 'High', exact: true }).press('Enter');
  await expect
    .poll(async () => (await askedOfQueue(app)).at(-1))
    .toEqual({ channel: 'transfers/prioritize', input: { ids: [1], priority: 'high' } });

  const header = transfers(page).getByRole('columnheader', { name: 'Name' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('button').click();
  await expect(header).not.toHaveAttribute('aria-sort');
});

test('columns come and go, and are kept', async ({ app, page }) => {
  await makeUpQueue(app, MANY);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Rate' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Priority' }).click();
  await page.keyboard.press('Escape');
  const names = transfers(page).getByRole('columnheader');
  await expect(names).toHaveText(['Name', 'Size', 'Progress', 'Priority', 'State']);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('layout')))
    .toContain('"queue":["site","size","progress","timeLeft","priority","state"]');
});

test('why it waits is said, with what can be done about it', async ({ app, page }) => {
  const startsMs = Date.now() + 3_600_000;
  const special = {
    queue: { 0: { waitsFor: 'connection' }, 1: { waitsFor: 'time', startsMs } },
    failed: {
      0: { fault: { kind: 'reply', stage: 'transfer-command', command: 'RETR', code: 550, text: 'No such file' } },
    },
  } as const;
  await makeUpQueue(app, { ...MANY, special });
  await row(page, 'file 0000001').click();
  await expect(page.getByText('Nobody is connected to ftp.example.org.')).toBeVisible();
  await page.getByRole('button', { name: 'Connect', exact: true }).last().click();
  await row(page, 'file 0000002').click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await transfersThat(page, 'Failed');
  await row(page, 'file 0000001').click();
  await expect(page.getByText('550 No such file')).toBeVisible();
  await page.getByRole('button', { name: 'Retry', exact: true }).last().click();
  await expect
    .poll(() => askedOfQueue(app))
    .toEqual([
      { channel: 'transfers/resume', input: { ids: [1] } },
      { channel: 'transfers/schedule', input: { ids: [2], startsMs: null } },
      { channel: 'transfers/retry', input: { ids: [10_000_001] } },
    ]);
});
