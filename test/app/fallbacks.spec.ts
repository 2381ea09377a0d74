import type { Page } from '@playwright/test';
import { type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { expectTransfersDone, quickConnect, remoteFiles, rowOf, type SecurityWords, trustOnce } from './person.ts';

/** Whatever a server refuses, whoever connects sees the folder, and the profile says what was learned and what showed it. */

interface Refusing {
  readonly script: ServerScript;
  readonly learned: string;
  /** A line of the dialogue that showed it. */
  readonly evidence: string;
  readonly security?: SecurityWords;
}

const NOWHERE = { leadsNowhere: true };

const SERVERS: Readonly<Record<string, Refusing>> = {
  'EPSV refused': {
    script: { replies: { EPSV: '500 never heard of it' } },
    learned: 'Data connections begin with PASV',
    evidence: '500 never heard of it',
  },
  'PASV refused': {
    script: { replies: { EPSV: '502 no', PASV: '502 not here' } },
    learned: 'The server calls us',
    evidence: '502 not here',
  },
  'port blocked': {
    script: { passive: { EPSV: NOWHERE, PASV: NOWHERE } },
    learned: 'The server calls us',
    evidence: 'ECONNREFUSED',
  },
  'MLSD broken': {
    script: { replies: { MLSD: '502 not really' } },
    learned: 'Folders are listed with LIST',
    evidence: '502 not really',
  },
  'UTF8 refused': {
    script: { features: [], replies: { 'OPTS UTF8 ON': '501 no such option' } },
    learned: 'Names need not be in UTF-8',
    evidence: '501 no such option',
  },
  'FEAT refused': {
    script: { replies: { FEAT: '502 not told' } },
    learned: 'the server does not say what it can do',
    evidence: '502 not told',
  },
  'TYPE refused': {
    script: { replies: { TYPE: '502 one type for all' } },
    learned: 'Folders are listed without TYPE',
    evidence: '502 one type for all',
  },
  'TLS refused on data': {
    script: { tls: {}, replies: { 'PROT P': '536 no privacy here' } },
    learned: 'unencrypted',
    evidence: '536 no privacy here',
    security: 'Require encryption',
  },
  'PWD empty': {
    script: { replies: { PWD: '257 "" is where you are' } },
    learned: 'Paths begin at /',
    evidence: '257 "" is where you are',
  },
};

const expectLearned = async (page: Page, { learned, evidence }: Pick<Refusing, 'learned' | 'evidence'>) => {
  const open = page.getByRole('region', { name: 'Open connections' });
  await open.getByRole('button', { name: 'tester' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Server profile…' }).click();
  const profile = page.getByRole('region', { name: 'Learned about this server' });
  const fact = profile.getByRole('listitem').filter({ hasText: learned }).first();
  await expect(fact).toContainText(evidence);
};

for (const [name, refusing] of Object.entries(SERVERS)) {
  test(`${name}: the folder is there, and the profile says what was learned`, async ({ page }) => {
    const server = await startServerFtp({ ...refusing.script, files: { 'a.txt': 'x', 'docs/b.txt': 'y' } });
    try {
      await quickConnect(page, server, refusing.security ?? 'No encryption');
      if (refusing.security !== undefined) {
        await trustOnce(page);
        await page.getByRole('dialog').getByRole('button', { name: 'Go on unencrypted' }).click();
      }
      await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
      await expect(rowOf(remoteFiles(page), 'docs')).toBeVisible();
      await expectLearned(page, refusing);
    } finally {
      await server.close();
    }
  });
}

test('421 on the second connection: files go over the first, and the profile says what was learned', async ({
  page,
}) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x', 'b.txt': 'y' }, mostConnections: 1 });
  try {
    await quickConnect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await remoteFiles(page).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectTransfersDone(page, 2);
    await expectLearned(page, { learned: 'Connections at a time: at most 1', evidence: '421' });
  } finally {
    await server.close();
  }
});

test('a server that allows two connections, given a queue for ten: no failed file, and the profile shows the limit', async ({
  page,
}) => {
  const content = 'x'.repeat(200_000);
  const names = Array.from({ length: 10 }, (_, index) => `file ${index}.txt`);
  const server = await startServerFtp({
    files: Object.fromEntries(names.map((name) => [name, content])),
    mostConnections: 2,
    data: { RETR: { chunkBytes: 50_000, chunkPause: 20 } },
  });
  try {
    await quickConnect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'file 0.txt')).toBeVisible();
    await remoteFiles(page).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectTransfersDone(page, 10);
    await expectLearned(page, { learned: 'Connections at a time: at most 2', evidence: '421' });
  } finally {
    await server.close();
  }
});
