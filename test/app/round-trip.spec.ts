import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startProftpd } from '../interop/servers/proftpd.ts';
import type { RealServer } from '../interop/servers/real-server.ts';
import { startVsftpd } from '../interop/servers/vsftpd.ts';
import { type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import {
  connect,
  connectAsSite,
  expectTransfersDone,
  localFiles,
  openFolder,
  remoteFiles,
  rowOf,
  type SecurityWords,
  transcript,
} from './person.ts';
import { factsOfTree, makeSampleTree, type TreeFacts } from './sample-tree.ts';

/** The main job: a folder of 200 files dragged to a server and dragged back, equal byte for byte. */

test.describe.configure({ timeout: 240_000 });

const FOLDER = 'Sample folder';
const FILES = 200;
let sample = '';
let expected: TreeFacts = {};

test.beforeAll(async () => {
  sample = await mkdtemp(path.join(os.tmpdir(), 'longshore-sample-'));
  await makeSampleTree(path.join(sample, FOLDER));
  expected = await factsOfTree(path.join(sample, FOLDER));
});

test.afterAll(() => rm(sample, { recursive: true, force: true }));

test.beforeEach(({ home }) => {
  cpSync(path.join(sample, FOLDER), path.join(home, FOLDER), { recursive: true, preserveTimestamps: true });
  mkdirSync(path.join(home, 'back'));
});

/** Drags the folder to the server, then from the server into another local folder. */
const carry = async (page: Page): Promise<void> => {
  await rowOf(localFiles(page), FOLDER).dragTo(remoteFiles(page));
  await expectTransfersDone(page, FILES, 120_000);
  await expect(rowOf(remoteFiles(page), FOLDER)).toBeVisible();
  await openFolder(localFiles(page), 'back');
  await rowOf(remoteFiles(page), FOLDER).dragTo(localFiles(page));
  await expectTransfersDone(page, 2 * FILES, 120_000);
};

const carryAndCompare = async (page: Page, home: string, server: RealServer, security: SecurityWords) => {
  await connect(page, server, security);
  await carry(page);
  expect(await factsOfTree(path.join(server.root, FOLDER))).toEqual(expected);
  expect(await factsOfTree(path.join(home, 'back', FOLDER))).toEqual(expected);
};

for (const [name, start] of [
  ['vsftpd', startVsftpd],
  ['ProFTPD', startProftpd],
] as const) {
  test(`${name} in the clear`, async ({ home, page }) => {
    const server = await start();
    try {
      await carryAndCompare(page, home, server, 'No encryption');
    } finally {
      await server.stop();
    }
  });

  test(`${name} with explicit TLS, every data connection resumed`, async ({ home, page }) => {
    const server = await start({ tls: 'any' });
    try {
      await carryAndCompare(page, home, server, 'Require encryption');
    } finally {
      await server.stop();
    }
  });
}

test('through active data connections', async ({ home, page }) => {
  const server = await startVsftpd();
  try {
    await connectAsSite(page, server, { dataConnection: 'The server calls us' });
    await carry(page);
    expect(await factsOfTree(path.join(server.root, FOLDER))).toEqual(expected);
    expect(await factsOfTree(path.join(home, 'back', FOLDER))).toEqual(expected);
    await expect(transcript(page)).toContainText(/EPRT \|1\|127\.0\.0\.1\|/);
  } finally {
    await server.stop();
  }
});

for (const [name, script] of [
  ['whose PASV lies about its address', { replies: { EPSV: '500 What?' }, passive: { PASV: { host: '10.9.8.7' } } }],
  ['whose replies come one byte at a time', { bytesAtATime: 1 }],
] as const satisfies readonly (readonly [string, ServerScript])[]) {
  test(`a server ${name}`, async ({ home, page }) => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'longshore-served-'));
    const server = await startServerFtp({ ...script, root });
    try {
      await connect(page, server, 'No encryption');
      await carry(page);
      expect(await factsOfTree(path.join(root, FOLDER))).toEqual(expected);
      expect(await factsOfTree(path.join(home, 'back', FOLDER))).toEqual(expected);
    } finally {
      await server.close();
      await rm(root, { recursive: true, force: true });
    }
  });
}
