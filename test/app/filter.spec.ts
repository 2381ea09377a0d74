import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, openFolder, remoteFiles, rowOf } from './person.ts';

test('a long folder is narrowed to the names one looks for, by keyboard alone', async ({ page }) => {
  const server = await startServerFtp({
    files: { 'docs/report.txt': 'x', 'docs/notes.md': 'y', 'docs/Summer report.TXT': 'z', 'docs/inner/a.txt': 'a' },
  });
  try {
    await connect(page, { ...server, host: '127.0.0.1' }, 'No encryption');
    const remote = remoteFiles(page);
    await openFolder(remote, 'docs');
    await remote.focus();
    await page.keyboard.press('ControlOrMeta+F');
    const field = page.getByRole('textbox', { name: 'Filter names' });
    await expect(field).toBeFocused();
    await page.keyboard.type('report');
    await expect(rowOf(remote, 'Summer report.TXT')).toBeVisible();
    await expect(rowOf(remote, 'notes.md')).toHaveCount(0);
    await expect(page.getByText('2 of 4 entries')).toBeVisible();

    // All of what is shown, and nothing else, is selected.
    await page.keyboard.press('Enter');
    await expect(remote).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await expect(page.getByText(/^2 of 2 selected/)).toBeVisible();

    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('*.xyz');
    await expect(page.getByText('No name is like “*.xyz”')).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('nothing.png') });
    await page.keyboard.press('Escape');
    await expect(rowOf(remote, 'notes.md')).toBeVisible();
    await expect(field).toHaveCount(0);
    await expect(remote).toBeFocused();

    // A filter belongs to its folder.
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('inner');
    await expect(rowOf(remote, 'notes.md')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await openFolder(remote, 'inner');
    await expect(rowOf(remote, 'a.txt')).toBeVisible();
    await expect(field).toHaveCount(0);
  } finally {
    await server.close();
  }
});
