import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf, transfers, transfersThat } from './person.ts';

/** A list of transfers written to a file, by keyboard alone from the list on. */

interface Offered {
  readonly defaultPath: string;
  readonly filters: readonly { readonly extensions: readonly string[] }[];
}

/** Answers the system's dialog with one file after the other; null: it is closed. */
const answerSaveDialog = (app: ElectronApplication, files: readonly (string | null)[]): Promise<void> =>
  app.evaluate(({ dialog }, answers) => {
    const left = [...answers];
    const offered: unknown[] = [];
    Reflect.set(globalThis, 'offered', offered);
    const answer = async (...given: unknown[]) => {
      offered.push(given.at(-1));
      const filePath = left.shift() ?? null;
      return { canceled: filePath === null, filePath: filePath ?? '' };
    };
    dialog.showSaveDialog = answer;
  }, files);

const offeredBy = (app: ElectronApplication): Promise<readonly Offered[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'offered') as Offered[]);

/** From a row that has the focus: its menu, and the line that begins so. */
const exportByKey = async (page: Page): Promise<void> => {
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: 'Export this list…' });
  await expect(item).toBeVisible();
  await page.keyboard.type('Exp');
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item).toHaveCount(0);
};

test('what a list shows is written to the file that is chosen, in the form of its name', async ({
  app,
  home,
  page,
}) => {
  const server = await startServerFtp({ files: { 'one.txt': 'one', 'two, too.txt': 'two' } });
  try {
    await connect(page, server, 'No encryption');
    await rowOf(remoteFiles(page), 'one.txt').dragTo(localFiles(page));
    await rowOf(remoteFiles(page), 'two, too.txt').dragTo(localFiles(page));
    await expectTransfersDone(page, 2);
    const [json, csv] = [path.join(home, 'list.json'), path.join(home, 'list.csv')];
    await answerSaveDialog(app, [null, json, csv, path.join(home, 'missing', 'list.csv')]);

    await transfersThat(page, 'Finished');
    const first = transfers(page).getByRole('row').filter({ hasText: 'one.txt' });
    const hasFocus = () => first.evaluate((row) => row === document.activeElement);
    for (let presses = 0; presses < 12 && !(await hasFocus()); presses++) await page.keyboard.press('Tab');
    await expect(first).toBeFocused();

    await exportByKey(page);
    await expect.poll(async () => (await offeredBy(app)).length).toBe(1);
    const [offered] = await offeredBy(app);
    expect(offered?.defaultPath).toMatch(/^transfers-finished-\d{4}-\d\d-\d\d\.csv$/);
    expect(offered?.filters.map(({ extensions }) => extensions)).toEqual([['csv'], ['json']]);
    await expect(first).toBeFocused();

    await exportByKey(page);
    await expect.poll(() => existsSync(json)).toBe(true);
    await expect(page.getByText('The list was written to the file.')).toBeAttached();
    const rows = JSON.parse(readFileSync(json, 'utf8')) as { name: string; state: string }[];
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['one.txt', 'done'],
      ['two, too.txt', 'done'],
    ]);

    await exportByKey(page);
    await expect.poll(() => existsSync(csv)).toBe(true);
    const lines = readFileSync(csv, 'utf8').split('\r\n');
    expect(lines.map((line) => line.split(',file,')[0])).toEqual([
      expect.stringMatching(/^\uFEFFname,kind,/),
      'one.txt',
      '"two, too.txt"',
      '',
    ]);

    // One that cannot be written is told of, and leaves nothing behind.
    await exportByKey(page);
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('list.csv');
    expect(readdirSync(home).sort()).toEqual(['list.csv', 'list.json', 'one.txt', 'two, too.txt']);
  } finally {
    await server.close();
  }
});
