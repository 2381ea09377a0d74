import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf } from './person.ts';

const NAMES = ['Müller.txt', 'schöne Grüße.txt', 'Übersicht.txt'];

let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'longshore-latin1-'));
  for (const name of NAMES) {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]), `this is ${name}`);
  }
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('complaint 21: names in Latin-1 read right, and otherwise without asking the server again', async ({
  home,
  page,
}) => {
  const server = await startServerFtp({ root: folder });
  const listings = (): number => server.commands.filter((line) => /^(MLSD|LIST|NLST)/.test(line)).length;
  try {
    await connect(page, { ...server, host: '127.0.0.1' }, 'No encryption');
    const remote = remoteFiles(page);
    for (const name of NAMES) await expect(rowOf(remote, name)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Names look like windows-1252' })).toBeVisible();
    const before = listings();
    expect(before).toBeGreaterThan(0);

    await remote.focus();
    await page.keyboard.press('ControlOrMeta+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Encoding of names' });
    await dialog.getByLabel('Encoding', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: /^koi8-r / })).toBeVisible();
    await page.keyboard.type('koi8-r');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Use' }).focus();
    await page.keyboard.press('Enter');

    await expect(rowOf(remote, 'MЭller.txt')).toBeVisible();
    await expect(rowOf(remote, 'Müller.txt')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Names as koi8-r' })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('koi8-r.png') });
    expect(listings()).toBe(before);

    // Whatever it reads as, it is asked for by its bytes.
    await rowOf(remote, 'MЭller.txt').click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectTransfersDone(page, 1);
    await expect(rowOf(localFiles(page), 'MЭller.txt')).toBeVisible();
    expect(readFileSync(path.join(home, 'MЭller.txt'), 'utf8')).toBe('this is Müller.txt');
  } finally {
    await server.close();
  }
});
