import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { dropFiles, expect, test } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf } from './person.ts';

/** Files and folders from the desktop, dropped into either pane. */

let desktop = '';

test.beforeEach(() => {
  desktop = mkdtempSync(path.join(os.tmpdir(), 'longshore-desktop-'));
  mkdirSync(path.join(desktop, 'Urlaub & Meer', '写真'), { recursive: true });
  writeFileSync(path.join(desktop, 'Urlaub & Meer', '写真', 'beach.jpg'), 'sand');
  writeFileSync(path.join(desktop, 'letter.txt'), 'Dear harbour');
});

test.afterEach(() => rmSync(desktop, { recursive: true, force: true }));

const dropped = (): string[] => [path.join(desktop, 'Urlaub & Meer'), path.join(desktop, 'letter.txt')];

test('into the remote pane they are uploaded', async ({ page }) => {
  const server = await startServerFtp({});
  try {
    await connect(page, server, 'No encryption');
    await dropFiles(page, remoteFiles(page), dropped());
    await expectTransfersDone(page, 2);
    await expect(rowOf(remoteFiles(page), 'Urlaub & Meer')).toBeVisible();
    expect(String(await server.content('/letter.txt'))).toBe('Dear harbour');
    expect(String(await server.content('/Urlaub & Meer/写真/beach.jpg'))).toBe('sand');
  } finally {
    await server.close();
  }
});

test('into the local pane they are copied, and the originals stay', async ({ home, page }) => {
  await expect(page.getByText('This folder is empty')).toBeVisible();
  await dropFiles(page, localFiles(page), dropped());
  await expect(rowOf(localFiles(page), 'letter.txt')).toBeVisible();
  await expect(rowOf(localFiles(page), 'Urlaub & Meer')).toBeVisible();
  for (const folder of [home, desktop]) {
    expect(await readFile(path.join(folder, 'Urlaub & Meer', '写真', 'beach.jpg'), 'utf8')).toBe('sand');
  }
});
