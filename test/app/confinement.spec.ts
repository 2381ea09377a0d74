import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, localFiles, remoteFiles, rowOf } from './person.ts';

/** The page stays what it is, whatever is tried in it. */

test.describe('the page', () => {
  test('does not leave, neither for the web nor for another file', async ({ page, home }) => {
    const address = page.url();
    for (const elsewhere of ['https://example.org/', pathToFileURL(path.join(home, 'other.html')).href]) {
      await page.evaluate((url) => window.location.assign(url), elsewhere);
      await expect(localFiles(page)).toBeVisible();
      expect(page.url()).toBe(address);
    }
  });

  test('opens no other window', async ({ app, page }) => {
    await page.evaluate(() => void window.open('https://example.org/'));
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect(localFiles(page)).toBeVisible();
  });

  test('has one object of main’s, which knows the contract and nothing else', async ({ page }) => {
    const answer = await page.evaluate(async () => {
      const api: unknown = Reflect.get(window, 'longshore');
      if (typeof api !== 'object' || api === null || !('request' in api) || typeof api.request !== 'function')
        return null;
      return { members: Object.keys(api).sort(), refused: await api.request('electron/shell', { command: 'ls' }) };
    });
    expect(answer).toEqual({
      members: ['acknowledge', 'onEvent', 'onStream', 'pathForFile', 'request', 'stream'],
      refused: { ok: false, fault: expect.objectContaining({ kind: 'refused-here', reason: 'bad-input' }) },
    });
  });
});

test('a page that is loaded again finds its sessions and goes on with them', async ({ page }) => {
  const server = await startServerFtp({ files: { '/before.txt': 'x' } });
  try {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'before.txt')).toBeVisible();
    await page.reload();
    await expect(rowOf(remoteFiles(page), 'before.txt')).toBeVisible();
    expect(server.connections).toHaveLength(1);
  } finally {
    await server.close();
  }
});

test('what a server says and names is text and nothing else', async ({ page }) => {
  const markup = '<img src=x onerror="window.hacked=1">';
  const server = await startServerFtp({
    files: { [`/${markup.replace('/', '')}`]: 'x', '/gpj.\u202eexe': 'x' },
    data: { MLSD: { completion: `226 ${markup}` } },
  });
  try {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), markup)).toBeVisible();
    await expect(rowOf(remoteFiles(page), 'gpj.\ufffdexe')).toBeVisible();
    await expect(page.getByRole('log', { name: 'Transcript' })).toContainText(markup);
    expect(await page.evaluate(() => [Reflect.has(window, 'hacked'), document.querySelectorAll('img').length])).toEqual(
      [false, 0],
    );
  } finally {
    await server.close();
  }
});
