import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { asRoot } from '../interop/servers/privilege.ts';
import { runCommand } from '../interop/servers/run-command.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import {
  connect,
  localFiles,
  openFolder,
  quickConnect,
  remoteFiles,
  rowOf,
  transfers,
  transfersThat,
} from './person.ts';

/** What goes wrong is a sentence a person understands, and the program can be used afterwards. */

const withServer = async <Found>(script: ServerScript, use: (server: ServerFtp) => Promise<Found>): Promise<Found> => {
  const server = await startServerFtp(script);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
};

test.beforeEach(({ home }) => {
  writeFileSync(path.join(home, 'upload.bin'), randomBytes(300_000));
  mkdirSync(path.join(home, 'small disk'));
});

/** Connects to a server that works, whatever happened before. */
const expectUsable = (page: Page): Promise<void> =>
  withServer({ files: { 'still here.txt': 'x' } }, async (server) => {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'still here.txt')).toBeVisible();
  });

test('a wrong password is asked for again', async ({ page }) => {
  await withServer({ files: { 'a.txt': 'x' } }, async (server) => {
    await quickConnect(page, { ...server, password: 'not this one' }, 'No encryption');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The server did not accept the password. Try another.');
    await dialog.getByLabel(`Password for ${server.user}`).fill(server.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
  });
});

test('giving up on a password leaves things as they were', async ({ page }) => {
  await withServer({}, async (server) => {
    await quickConnect(page, { ...server, password: 'not this one' }, 'No encryption');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Not connected').first()).toBeVisible();
  });
  await expectUsable(page);
});

test('an unknown host', async ({ page }) => {
  await quickConnect(page, { host: 'no-such-host.invalid', port: 21, user: 'me', password: 'x' }, 'No encryption');
  await expect(page.getByText('There is no server named “no-such-host.invalid”.')).toBeVisible();
  await expectUsable(page);
});

test('a refused port', async ({ page }) => {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  await quickConnect(page, { host: '127.0.0.1', port, user: 'me', password: 'x' }, 'No encryption');
  await expect(page.getByText(`“127.0.0.1” does not accept connections on port ${port}.`)).toBeVisible();
  await expectUsable(page);
});

test('a server that is not FTP', async ({ page }) => {
  await withServer({ greeting: { say: 'HTTP/1.1 400 Bad Request\r\n\r\n', andThen: 'close' } }, async (server) => {
    await quickConnect(page, server, 'No encryption');
    await expect(page.getByText(/not an FTP server/i).first()).toBeVisible();
  });
  await expectUsable(page);
});

test('a full disk on the server: said on the transfer, and nothing under the final name', async ({ page }) => {
  await withServer({ diskFull: { after: 100_000, reply: '552' } }, async (server) => {
    await connect(page, server, 'No encryption');
    await rowOf(localFiles(page), 'upload.bin').dragTo(remoteFiles(page));
    await expect((await transfersThat(page, 'Failed')).getByText('There is no room left on the server.')).toBeVisible();
    await expect(server.content('/upload.bin')).rejects.toThrow();
    await page.getByRole('button', { name: 'Refresh' }).last().click();
    await expect(rowOf(remoteFiles(page), 'upload.bin')).toHaveCount(0);
  });
});

test('a full disk here: said on the transfer, and nothing under the final name', async ({ home, page }) => {
  const small = path.join(home, 'small disk');
  await runCommand(asRoot('mount', '-t', 'tmpfs', '-o', 'size=1m,mode=777', 'tmpfs', small));
  try {
    await withServer({ files: { 'big.bin': randomBytes(3_000_000) } }, async (server) => {
      await connect(page, server, 'No encryption');
      await openFolder(localFiles(page), 'small disk');
      await rowOf(remoteFiles(page), 'big.bin').dragTo(localFiles(page));
      await expect((await transfersThat(page, 'Failed')).getByText(/The disk of this computer is full/)).toBeVisible();
      expect(readdirSync(small)).not.toContain('big.bin');
    });
  } finally {
    await runCommand(asRoot('umount', '--lazy', small));
  }
});

test('a server that vanishes in mid-transfer is waited for, and nothing is under the final name till it is back', async ({
  home,
  page,
}) => {
  const bytes = randomBytes(5_000_000);
  const slowly = { chunkBytes: 10_000, chunkPause: 20 };
  const port = await withServer({ files: { 'big.bin': bytes }, data: { RETR: slowly } }, async (server) => {
    await connect(page, server, 'No encryption');
    await rowOf(remoteFiles(page), 'big.bin').dragTo(localFiles(page));
    await expect.poll(() => readdirSync(home)).toContain('.big.bin.longshore-part');
    await server.close();
    const reason = `“127.0.0.1” does not accept connections on port ${server.port}.`;
    await expect(transfers(page).getByText(`: ${reason}`)).toBeVisible();
    expect(readdirSync(home)).not.toContain('big.bin');
    return server.port;
  });
  await withServer({ port, files: { 'big.bin': bytes } }, async () => {
    await page.getByRole('region', { name: 'Remote folder' }).getByRole('button', { name: 'Reconnect' }).click();
    await expect.poll(() => readdirSync(home), { timeout: 30_000 }).toContain('big.bin');
    expect(readFileSync(path.join(home, 'big.bin')).equals(bytes)).toBe(true);
  });
  await expectUsable(page);
});

test('a lost connection is said in its pane, which keeps its entries and leads back', async ({ page }) => {
  await withServer({ files: { 'a.txt': 'x' } }, async (server) => {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    for (const connection of server.connections) connection.reset();
    const pane = page.getByRole('region', { name: 'Remote folder' });
    await expect(pane.getByText('Connection lost')).toBeVisible();
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await pane.getByRole('button', { name: 'Reconnect' }).click();
    await expect(page.getByText(/^Connected to /)).toBeAttached();
    await expect(pane.getByText('Connection lost')).toHaveCount(0);
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
  });
});
