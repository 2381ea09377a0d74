import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, localFiles, remoteFiles, rowOf, transfersThat } from './person.ts';

test('a file whose name is taken by a folder comes under another one, by keyboard alone', async ({ home, page }) => {
  mkdirSync(path.join(home, 'report.txt'));
  const server = await startServerFtp({ files: { 'report.txt': 'from the server' } });
  try {
    await connect(page, server, 'No encryption');
    await rowOf(remoteFiles(page), 'report.txt').dragTo(localFiles(page));
    const failed = await transfersThat(page, 'Failed');
    await rowOf(failed, 'report.txt').click();
    await page.keyboard.press('Tab');
    const button = page.getByRole('button', { name: 'Another name…' });
    for (let step = 0; step < 5 && !(await button.evaluate((one) => one === document.activeElement)); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Another name' });
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeDisabled();
    // What is before the ending is selected.
    await page.keyboard.type('report 2');
    await expect(dialog.getByLabel('Name')).toHaveValue('report 2.txt');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rowOf(localFiles(page), 'report 2.txt')).toBeVisible();
    expect(readFileSync(path.join(home, 'report 2.txt'), 'utf8')).toBe('from the server');
    await expect(rowOf(await transfersThat(page, 'Finished'), 'report 2.txt')).toBeVisible();
  } finally {
    await server.close();
  }
});
