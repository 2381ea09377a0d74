import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { dropFiles } from '../../app/drop-files.ts';
import { test } from './fixtures.ts';

test('refuses navigation and new windows as the app says', async ({ app, page }) => {
  const before = page.url();
  await page.getByRole('link', { name: 'away' }).click();
  await page.getByRole('link', { name: 'new window' }).click();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
    .toEqual(['navigate https://example.invalid/', 'open https://example.invalid/new']);
  expect(page.url()).toBe(before);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('takes the size that the app gives it and tells of it', async ({ app, page }) => {
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480]);
  const told = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    let resized = 0;
    window?.on('resize', () => {
      resized += 1;
    });
    window?.setSize(900, 700);
    return { resized, size: window?.getSize() };
  });
  expect(told).toEqual({ resized: 1, size: [900, 700] });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 700]);
});

test('shows the colours that the app chooses', async ({ app, page }) => {
  const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(dark).toBe(true);
  await page.reload();
  expect(await dark()).toBe(true);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(dark).toBe(false);
});

test('gives the paths of files and folders dropped from the desktop', async ({ page }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drop-'));
  try {
    const file = path.join(folder, 'süß 漢字.txt');
    fs.writeFileSync(file, 'x');
    await dropFiles(page, page.getByRole('status'), [file, folder]);
    await expect(page.getByRole('status')).toHaveText(`${file} | ${folder}`);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('holds several windows and closes them one by one', async ({ app, page }) => {
  const opened = app.waitForEvent('window');
  await app.evaluate(() => Reflect.get(globalThis, 'openWindow')());
  const second = await opened;
  await expect(second.getByRole('heading')).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
  await second.close();
  await expect.poll(() => app.windows().length).toBe(1);
  await expect(page.getByRole('heading')).toBeVisible();
});

test('keeps a window open that refuses to close', async ({ app, page }) => {
  const closed = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.once('close', (event) => event.preventDefault());
    window?.close();
    return window?.isDestroyed();
  });
  expect(closed).toBe(false);
  await expect(page.getByRole('heading')).toBeVisible();
});
