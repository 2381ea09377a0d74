import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { makeUpQueue } from './made-up-queue.ts';
import { expectNoViolations } from './no-violations.ts';
import { connect, remoteFiles, rowOf, transfers, transfersThat } from './person.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`names, roles and contrast, ${theme}`, async ({ app, page }) => {
    // Several looks at all there is.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await expectNoViolations(page);
    const server = await startServerFtp({ files: { 'a.txt': 'x', 'folder/b.txt': 'y' } });
    try {
      await connect(page, server, 'No encryption');
      await rowOf(remoteFiles(page), 'a.txt').click();
      await expectNoViolations(page);
      await remoteFiles(page).press('Delete');
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Add a site' }).click();
      await expectNoViolations(page);
    } finally {
      await server.close();
    }
  });

  test(`names, roles and contrast of what few people need, ${theme}`, async ({ app, page }) => {
    // Several looks at all there is.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const server = await startServerFtp({ files: { 'a.txt': 'x' } });
    try {
      await connect(page, server, 'No encryption');
      await rowOf(remoteFiles(page), 'a.txt').click();
      await page.keyboard.press('Control+Shift+Enter');
      const options = page.getByRole('dialog', { name: 'Download “a.txt”' });
      await options.getByLabel('Content', { exact: true }).click();
      await page.getByRole('option', { name: 'ASCII' }).click();
      await options.getByLabel('Structure', { exact: true }).click();
      await page.getByRole('option', { name: 'Pages' }).click();
      await expect(options.getByRole('alert')).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      const typed = page.getByRole('form', { name: 'Command' }).locator('input');
      await typed.fill('RETR a.txt');
      await typed.press('Enter');
      await expect(page.getByText('A typed command cannot move a file.')).toBeVisible();
      await expectNoViolations(page);
      await typed.press('F1');
      await expect(page.getByRole('list', { name: 'Commands' })).toBeVisible();
      await expectNoViolations(page);
    } finally {
      await server.close();
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`names, roles and contrast of every page of a site, ${theme}`, async ({ app, page }) => {
    // Several looks at all there is.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const server = await startServerFtp({ files: { 'a.txt': 'x' }, replies: { EPSV: '500 Never heard of it.' } });
    try {
      await connect(page, server, 'No encryption');
      await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
      // With something learned, something wrong, and all that can be set.
      await page.getByRole('button', { name: 'Save this connection as a site' }).click();
      const editor = page.getByRole('dialog', { name: 'New site' });
      await editor.getByLabel('Port', { exact: true }).fill('none');
      await editor.getByRole('button', { name: 'Save' }).click();
      for (const tab of await editor.getByRole('tab').all()) {
        await tab.click();
        if (await tab.getByText('Server profile').isVisible()) {
          await editor.getByRole('button', { name: 'All that can be set' }).click();
        }
        await expectNoViolations(page, '[role=dialog]');
      }
    } finally {
      await server.close();
    }
  });
}

test('names, roles and contrast with a site in each pane', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x', 'folder/b.txt': 'y' } });
  try {
    await connect(page, server, 'No encryption');
    await page.getByRole('button', { name: /^Left pane: / }).click();
    await page.getByRole('menuitemradio', { name: server.user }).click();
    const left = page.getByRole('grid', { name: 'Files of the left server' });
    await rowOf(left, 'a.txt').click();
    await expectNoViolations(page);
  } finally {
    await server.close();
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`names, roles and contrast of the lists of transfers, ${theme}`, async ({ app, page }) => {
    // Several looks at all there is.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const fault = { kind: 'reply', stage: 'transfer-command', command: 'RETR', code: 550, text: 'No' } as const;
    await makeUpQueue(app, {
      counts: { queue: 1_000, failed: 2, finished: 2 },
      rates: { down: [0, 1_000_000, 2_000_000], up: [0, 500_000, 0] },
      special: {
        queue: {
          0: { state: 'active', transferred: 1_000, rate: 5_000, remainingMs: 60_000 },
          1: { waitsFor: 'connection' },
          2: { kind: 'folder', state: 'moving', folder: { files: 9, finished: 3, failed: 1 } },
        },
        failed: { 0: { fault }, 1: { state: 'unknown', fault } },
      },
    });
    await transfers(page).getByRole('row').filter({ hasText: 'file 0000002' }).click();
    await page.keyboard.press('Control+F');
    await expect(page.getByRole('img', { name: /^The last five minutes/ })).toBeVisible();
    await expectNoViolations(page);
    await transfersThat(page, 'Failed');
    await transfers(page).getByRole('row').filter({ hasText: 'file 0000001' }).click();
    await expect(page.getByText('550 No')).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await expectNoViolations(page, '[role="menu"]');
  });
}
