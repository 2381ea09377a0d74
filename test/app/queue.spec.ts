import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { test as base, expect } from './fixtures.ts';
import {
  connect,
  expectTransfersDone,
  localFiles,
  remoteFiles,
  rowOf,
  transcript,
  transfers,
  transfersThat,
} from './person.ts';

/** The person rules the queue while a slow transfer is under way. */

const content = randomBytes(1_500_000);
const slowly = { chunkBytes: 10_000, chunkPause: 20 };

const test = base.extend<{ server: ServerFtp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from the pattern.
  server: async ({}, use) => {
    const server = await startServerFtp({ files: { 'slow.bin': content }, data: { RETR: slowly } });
    await use(server);
    await server.close();
  },
});

test('pause keeps what has come, resume asks only for the rest', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'slow.bin').dragTo(localFiles(page));
  const row = transfers(page).getByRole('row').filter({ hasText: 'slow.bin' });
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^([1-9]|[1-9]\d)(\.\d+)?$/);
  await row.click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(row.getByText('Paused')).toBeVisible();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expectTransfersDone(page, 1);
  expect(readFileSync(path.join(home, 'slow.bin')).equals(content)).toBe(true);
  expect(server.commands.some((command) => /^REST [1-9]/.test(command))).toBe(true);
});

test('cancel ends it and leaves nothing behind; retry begins again', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'slow.bin').dragTo(localFiles(page));
  const row = transfers(page).getByRole('row').filter({ hasText: 'slow.bin' });
  await expect.poll(() => readdirSync(home)).toContain('.slow.bin.longshore-part');
  await row.click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await transfersThat(page, 'Finished');
  await expect(row.getByText('Cancelled')).toBeVisible();
  await expect.poll(() => readdirSync(home)).toEqual([]);
  await row.click();
  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(row.getByText('Done')).toBeVisible();
  expect(existsSync(path.join(home, 'slow.bin'))).toBe(true);
});

test('the transcript shows the dialogue and never the password', async ({ server, page }) => {
  await connect(page, server, 'No encryption');
  await expect(transcript(page)).toContainText(`230 User ${server.user} logged in`);
  // The newest lines are in sight; the password was said earlier.
  await transcript(page).evaluate((log) => log.scrollTo(0, 0));
  await expect(transcript(page)).toContainText('PASS ****');
  await expect(transcript(page)).not.toContainText(server.password);
});

test('the list keeps the keyboard when its last row is taken out', async ({ server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'slow.bin').dragTo(localFiles(page));
  const row = transfers(page).getByRole('row').filter({ hasText: 'slow.bin' });
  await row.click();
  await page.keyboard.press('Delete');
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('tabpanel', { name: /^Queue/ })).toBeFocused();
  await transfersThat(page, 'Finished');
  await row.click();
  await page.keyboard.press('Delete');
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('tabpanel', { name: /^Finished/ })).toBeFocused();
});
