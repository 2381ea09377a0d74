import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { localFiles, quickConnect, remoteFiles, rowOf } from './person.ts';

test('the main job without a mouse: connect, send, fetch, rename, delete, make a folder', async ({ home, page }) => {
  const server = await startServerFtp({ files: { 'there.txt': 'from there', 'docs/deep.txt': 'deep' } });
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const host = page.getByLabel('Host', { exact: true });
  try {
    while (!(await host.evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.type(`ftp://${server.user}:${server.password}@127.0.0.1:${server.port}/`);
    await press('Enter');
    const remote = remoteFiles(page);
    await expect(rowOf(remote, 'there.txt')).toBeVisible();
    await expect(remote).toBeFocused();

    // Into a folder and out again.
    await page.keyboard.type('docs');
    await press('Enter');
    await expect(rowOf(remote, 'deep.txt')).toBeVisible();
    await press('Backspace');

    // Fetch a file.
    await expect(rowOf(remote, 'there.txt')).toBeVisible();
    await page.keyboard.type('there');
    await press('Enter');
    await expect.poll(() => existsSync(path.join(home, 'there.txt'))).toBe(true);
    expect(readFileSync(path.join(home, 'there.txt'), 'utf8')).toBe('from there');

    // Rename it there: what is typed takes the place of the name without its ending.
    await press('F2');
    await page.keyboard.type('renamed');
    await press('Enter');
    await expect(rowOf(remote, 'renamed.txt')).toBeVisible();

    // Delete it, with the question answered by the keyboard too.
    await page.keyboard.type('renamed');
    await press('Delete');
    await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
    await press('Enter');
    await expect(rowOf(remote, 'renamed.txt')).toHaveCount(0);

    // Send one.
    writeFileSync(path.join(home, 'here.txt'), 'from here');
    await localFiles(page).focus();
    await expect(rowOf(localFiles(page), 'here.txt')).toBeVisible();
    await page.keyboard.type('here');
    await press('Enter');
    await expect(rowOf(remote, 'here.txt')).toBeVisible();
    expect(String(await server.content('/here.txt'))).toBe('from here');
  } finally {
    await server.close();
  }
});

test('a toolbar is one stop for Tab, and the arrow keys go on from there', async ({ page }) => {
  const toolbar = page.getByRole('toolbar', { name: 'Local folder actions' });
  await page.getByRole('button', { name: 'Refresh' }).first().focus();
  await page.keyboard.press('Tab');
  await expect(toolbar.getByRole('button', { name: 'Upload' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(toolbar.getByRole('button', { name: 'New folder' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(localFiles(page)).toBeFocused();
});

test('Escape gives up connecting, wherever the focus is, and one can begin again', async ({ page }) => {
  const server = await startServerFtp({ greeting: '' });
  try {
    await quickConnect(page, server, 'No encryption');
    await expect(page.getByText(/^Connecting to /)).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Not connected').first()).toBeVisible();
    await expect(page.getByLabel('Host', { exact: true })).toBeFocused();
  } finally {
    await server.close();
  }
});

test('the width of a column by keyboard', async ({ page }) => {
  await page.getByRole('button', { name: 'Sort and columns' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Size' }).press('Enter');
  const size = localFiles(page).getByRole('columnheader', { name: 'Size' });
  const widthOf = async (): Promise<number> => (await size.boundingBox())?.width ?? 0;
  const before = await widthOf();
  await page.getByRole('button', { name: 'Sort and columns' }).first().press('Enter');
  const widen = page.getByRole('menuitem', { name: 'Widen “Size”' });
  await widen.press('Enter');
  await widen.press('Enter');
  await expect.poll(widthOf).toBe(before + 32);
});
