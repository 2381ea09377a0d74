import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf, transfers } from './person.ts';
import { pageOf, test } from './runs.ts';

/** A queue that quitting left in the middle of a file. */

const content = randomBytes(1_500_000);

const begin = async (page: Page, server: ServerFtp): Promise<void> => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'slow.bin').dragTo(localFiles(page));
  const row = transfers(page).getByRole('row').filter({ hasText: 'slow.bin' });
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^([1-9]|[1-9]\d)(\.\d+)?$/);
};

const signIn = async (page: Page, { user, password }: ServerFtp): Promise<void> => {
  await page.getByLabel(`Password for ${user}`).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const expectGoneOnWith = async (page: Page, server: ServerFtp, home: string): Promise<void> => {
  await expectTransfersDone(page, 1);
  expect(readFileSync(path.join(home, 'slow.bin')).equals(content)).toBe(true);
  expect(readdirSync(home)).not.toContain('.slow.bin.longshore-part');
  expect(server.commands.some((command) => /^REST [1-9]/.test(command))).toBe(true);
};

const slowServer = (): Promise<ServerFtp> =>
  startServerFtp({ files: { 'slow.bin': content }, data: { RETR: { chunkBytes: 10_000, chunkPause: 20 } } });

test('is there after the next start, and goes on when asked, with the password that nobody kept', async ({
  home,
  runs,
}) => {
  const server = await slowServer();
  try {
    await begin(await pageOf(await runs.start()), server);
    const page = await pageOf(await runs.start());
    const row = transfers(page).getByRole('row').filter({ hasText: 'slow.bin' });
    await expect(row).toBeVisible();
    const logins = server.commands.filter((command) => command.startsWith('USER')).length;
    await row.click();
    expect(server.commands.filter((command) => command.startsWith('USER'))).toHaveLength(logins);
    const nobody = page.locator('div').filter({ has: page.getByText(/^Nobody is connected to /) });
    await nobody.last().getByRole('button', { name: 'Connect' }).click();
    await signIn(page, server);
    await expectGoneOnWith(page, server, home);
  } finally {
    await server.close();
  }
});

test('goes on by itself where the preferences say so', async ({ home, runs }) => {
  const server = await slowServer();
  try {
    const first = await pageOf(await runs.start());
    await first.getByRole('button', { name: 'Preferences' }).click();
    const preferences = first.getByRole('dialog', { name: 'Preferences' });
    await preferences.getByRole('tab', { name: 'Transfers' }).click();
    await preferences.getByRole('checkbox', { name: 'Go on with unfinished transfers' }).click();
    await preferences.getByRole('button', { name: 'Close' }).click();
    await begin(first, server);
    // The question for the password stands before everything else.
    const page = await (await runs.start()).application.firstWindow();
    await signIn(page, server);
    await expectGoneOnWith(page, server, home);
  } finally {
    await server.close();
  }
});
