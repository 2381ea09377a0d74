import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

test('opens with two panes, the transfers and the transcript', async ({ page }) => {
  await expect(page).toHaveTitle(/Longshore/);
  await expect(page.getByRole('grid', { name: 'Local files' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Remote files' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Transfers' })).toBeVisible();
  await expect(page.getByRole('log', { name: 'Transcript' })).toBeVisible();
});

test.describe('the local pane', () => {
  test.beforeEach(({ home }) => {
    fs.mkdirSync(path.join(home, 'Ärger & Co'));
    fs.writeFileSync(path.join(home, '港.txt'), 'x');
  });

  test('lists the home folder', async ({ page }) => {
    const local = page.getByRole('grid', { name: 'Local files' });
    await expect(local.getByRole('row', { name: /Ärger & Co/ })).toBeVisible();
    await expect(local.getByRole('row', { name: /港\.txt/ })).toBeVisible();
  });
});

test('what another program does in the local folder shows by itself', async ({ home, page }) => {
  const row = page.getByRole('grid', { name: 'Local files' }).getByRole('row', { name: /from outside\.txt/ });
  await expect(row).toHaveCount(0);
  fs.writeFileSync(path.join(home, 'from outside.txt'), 'x');
  await expect(row).toBeVisible();
  fs.rmSync(path.join(home, 'from outside.txt'));
  await expect(row).toHaveCount(0);
});

test.describe('the page', () => {
  test.use({ expectedProblem: /Content Security Policy/ });

  test('has no Node, no Electron and no scripts but its own', async ({ page }) => {
    const found = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      return ['require', 'process', 'module', 'Buffer', 'injected'].filter((name) => name in globalThis);
    });
    expect(found).toEqual([]);
  });
});

test('quits when its window is closed', async ({ app, page }) => {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.close();
  // A Mac's program goes on without a window.
  if (process.platform === 'darwin') await app.evaluate(({ app: application }) => application.quit());
  expect(await ended).toBe(0);
});

test('ends in order when it is told to quit twice', async ({ app, page }) => {
  await expect(page.getByRole('grid', { name: 'Remote files' })).toBeVisible();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: application }) => {
    setTimeout(() => {
      application.quit();
      application.quit();
    });
  });
  expect(await ended).toBe(0);
});
