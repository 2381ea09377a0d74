import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect } from './fixtures.ts';
import type { Host } from './host.ts';
import { connect } from './person.ts';
import { pageOf, test } from './runs.ts';

/** What is found again when the program is started a second time, and what must not be. */

const PASSWORD = 'unmistakable-7f3a91';

const boundsOf = ({ application }: Host) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

/** The files under a folder that hold a text, in any of the spellings a file might give it. */
const filesHolding = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return [Buffer.from(text), Buffer.from(text, 'utf16le')].some((spelling) => content.includes(spelling));
    });

test('the window stands where it stood', async ({ runs }) => {
  const first = await runs.start();
  await pageOf(first);
  const bounds = { x: 60, y: 40, width: 1000, height: 700 };
  await first.application.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  const second = await runs.start();
  await pageOf(second);
  expect(await boundsOf(second)).toEqual(bounds);
});

test('a site is found again, and its password in no file', async ({ runs }) => {
  const server = await startServerFtp({ users: { ada: { password: PASSWORD } } });
  try {
    const first = await runs.start();
    const page = await pageOf(first);
    await connect(page, { ...server, user: 'ada', password: PASSWORD }, 'No encryption');
    await page.getByRole('button', { name: 'Add a site' }).click();
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('The harbour');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The harbour', { exact: true })).toBeVisible();
    const second = await runs.start();
    await expect((await pageOf(second)).getByText('The harbour', { exact: true })).toBeVisible();
    expect(filesHolding(second.userData, PASSWORD)).toEqual([]);
    expect(filesHolding(second.userData, 'The harbour').map((file) => path.basename(file))).toContain('longshore.db');
  } finally {
    await server.close();
  }
});
