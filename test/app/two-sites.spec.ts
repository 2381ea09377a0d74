import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type ServerFtp, type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';
import { dropFiles, expect, test } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, openFolder, remoteFiles, rowOf, transfersThat } from './person.ts';

/** Two connected sites, one in each pane; the left pane is turned to a site and back. */

const leftFiles = (page: Page): Locator => page.getByRole('grid', { name: 'Files of the left server' });
const titleOf = ({ user, port }: ServerFtp): string => `${user}@127.0.0.1:${port}`;

/** Turns the left pane to what its menu calls so. */
const showOnLeft = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Left pane: / }).click();
  await page.getByRole('menuitemradio', { name }).click();
};

/** Goes to the first or the last entry of the menu that has just been opened, and chooses it. */
const chooseByKey = async (page: Page, key: 'Home' | 'End', name: string): Promise<void> => {
  const entry = page.getByRole('menuitemradio', { name });
  // The menu takes the focus a moment after it is to be seen.
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(entry).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
};

interface Sites {
  readonly left: ServerFtp;
  readonly right: ServerFtp;
}

/** Connects to two servers, the first of which is then shown on the left, and closes them after the test. */
const withSites = async (
  page: Page,
  scripts: { readonly left: ServerScript; readonly right: ServerScript },
  work: (sites: Sites) => Promise<void>,
): Promise<void> => {
  const left = await startServerFtp(scripts.left);
  const right = await startServerFtp(scripts.right);
  try {
    await connect(page, left, 'No encryption');
    await connect(page, right, 'No encryption');
    await expect(page.getByText(`Connected to ${titleOf(right)}`)).toBeAttached();
    await showOnLeft(page, titleOf(left));
    await expect(leftFiles(page)).toBeFocused();
    await work({ left, right });
  } finally {
    await left.close();
    await right.close();
  }
};

const LEFT: ServerScript = { files: { 'docs/deep/a.txt': 'alpha', 'docs/b.txt': 'beta', 'solo.txt': 'solo' } };
const RIGHT: ServerScript = { files: { 'in/old.txt': 'old' } };

test('a folder is dragged from one server to the other', async ({ page }) => {
  await withSites(page, { left: LEFT, right: RIGHT }, async ({ right }) => {
    await expect(rowOf(leftFiles(page), 'docs')).toBeVisible();
    await openFolder(remoteFiles(page), 'in');
    await rowOf(leftFiles(page), 'docs').dragTo(remoteFiles(page));
    await expectTransfersDone(page, 2);
    await expect(rowOf(remoteFiles(page), 'docs')).toBeVisible();
    expect(String(await right.content('/in/docs/deep/a.txt'))).toBe('alpha');
    expect(String(await right.content('/in/docs/b.txt'))).toBe('beta');
    const row = (await transfersThat(page, 'Finished')).getByRole('row').filter({ hasText: 'b.txt' });
    await expect(row.getByRole('img', { name: 'Between servers' })).toBeVisible();
    await expect(row).toContainText(`→ ${titleOf(right)}`);
  });
});

test('what letting go would do is said before it is done', async ({ page }) => {
  await withSites(page, { left: LEFT, right: RIGHT }, async ({ left, right }) => {
    const row = rowOf(leftFiles(page), 'solo.txt');
    await row.hover();
    await page.mouse.down();
    await remoteFiles(page).hover();
    await remoteFiles(page).hover({ position: { x: 40, y: 90 } });
    await expect(
      page.getByText(`Copy from ${titleOf(left)} to ${titleOf(right)}, directly between the servers`),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
});

test('servers that let no data go elsewhere are named, and nothing arrives', async ({ page }) => {
  const refusing = { PORT: '500 I will not open a data connection to that address.', EPRT: '500 No.' };
  const scripts = { left: { ...LEFT, replies: refusing }, right: { ...RIGHT, replies: refusing } };
  await withSites(page, scripts, async ({ right }) => {
    await rowOf(leftFiles(page), 'solo.txt').click();
    await leftFiles(page).press('Control+Enter');
    const row = (await transfersThat(page, 'Failed')).getByRole('row').filter({ hasText: 'solo.txt' });
    await expect(row).toContainText(/Neither .*lets data go to another address/);
    await expect(right.content('/solo.txt')).rejects.toThrow();
  });
});

test('with the keyboard only: turn the left pane, copy across, and turn it back to where it was', async ({
  home,
  page,
}) => {
  writeFileSync(path.join(home, 'here.txt'), 'here');
  const server = await startServerFtp({ files: { 'inner/a.txt': 'alpha', 'b.txt': 'beta' } });
  try {
    await connect(page, server, 'No encryption');
    await localFiles(page).focus();
    await page.keyboard.press('Control+1');
    await chooseByKey(page, 'End', titleOf(server));
    await expect(leftFiles(page)).toBeFocused();
    await expect(rowOf(leftFiles(page), 'b.txt')).toBeVisible();

    // Another folder of the same server on the right: what is sent over is moved, and nothing that is there is harmed.
    await remoteFiles(page).focus();
    await page.keyboard.type('inner');
    await page.keyboard.press('Enter');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await leftFiles(page).focus();
    await page.keyboard.type('b.txt');
    await page.keyboard.press('Control+Enter');
    await expect(rowOf(remoteFiles(page), 'b.txt')).toBeVisible();
    await expect(rowOf(leftFiles(page), 'b.txt')).toHaveCount(0);
    expect(String(await server.content('/inner/b.txt'))).toBe('beta');

    await page.keyboard.press('Control+1');
    await chooseByKey(page, 'Home', 'This computer');
    await expect(rowOf(localFiles(page), 'here.txt')).toBeVisible();
    await expect(localFiles(page)).toBeFocused();
  } finally {
    await server.close();
  }
});

test('the left server’s files are worked on as those on the right', async ({ home, page }) => {
  await withSites(page, { left: LEFT, right: RIGHT }, async ({ left }) => {
    const files = leftFiles(page);
    const dropped = path.join(home, 'desk.txt');
    writeFileSync(dropped, 'from the desktop');
    await dropFiles(page, files, [dropped]);
    await expect(rowOf(files, 'desk.txt')).toBeVisible();
    await rowOf(files, 'desk.txt').click();
    await files.press('F2');
    await page.keyboard.type('renamed');
    await page.keyboard.press('Enter');
    await expect(rowOf(files, 'renamed.txt')).toBeVisible();
    await files.press('F7');
    await page.getByRole('dialog', { name: 'New folder' }).getByLabel('Name').fill('made');
    await page.keyboard.press('Enter');
    await expect(rowOf(files, 'made')).toBeVisible();
    await rowOf(files, 'renamed.txt').click();
    await files.press('Delete');
    await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
    await expect(rowOf(files, 'renamed.txt')).toHaveCount(0);
    await expect(left.content('/renamed.txt')).rejects.toThrow();
    expect(left.commands).toContain('MKD /made');
  });
});

test('the left pane comes back to this computer when its connection is closed', async ({ home, page }) => {
  writeFileSync(path.join(home, 'here.txt'), 'here');
  await withSites(page, { left: LEFT, right: RIGHT }, async ({ left }) => {
    await expect(rowOf(leftFiles(page), 'docs')).toBeVisible();
    await page.getByRole('complementary', { name: 'Sites' }).getByText(titleOf(left)).hover();
    await page.getByRole('button', { name: `Disconnect from ${titleOf(left)}` }).click();
    await expect(rowOf(localFiles(page), 'here.txt')).toBeVisible();
    await expect(rowOf(remoteFiles(page), 'in')).toBeVisible();
  });
});
