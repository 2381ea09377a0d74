import type { Page } from '@playwright/test';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { quickConnect, remoteFiles, rowOf, trustOnce } from './person.ts';

/** What a server makes a person decide, and what is told for the decision. */

const FILES = { 'a.txt': 'x' };

const disconnect = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(page.getByText('Not connected').first()).toBeVisible();
};

test('a changed certificate is shown beside the one that was trusted, and trusted only on request', async ({
  page,
}) => {
  let server = await startServerFtp({ files: FILES, tls: { certificate: 'self-signed' } });
  const { port } = server;
  const dialog = page.getByRole('dialog');
  const again = async (certificate: 'self-signed' | 'expired'): Promise<void> => {
    await disconnect(page);
    await server.close();
    server = await startServerFtp({ files: FILES, tls: { certificate }, port });
    await quickConnect(page, server, 'Require encryption');
  };
  try {
    await quickConnect(page, server, 'Require encryption');
    await expect(dialog).toContainText('The server vouches for itself; nobody else does.');
    await expect(dialog.getByRole('row', { name: 'Issued to' })).toContainText('self-signed.longshore.test');
    await dialog.getByRole('button', { name: 'Always trust' }).click();
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();

    // The same again is not asked about.
    await again('self-signed');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();

    await again('expired');
    await expect(dialog).toHaveAccessibleName(/^The certificate of 127\.0\.0\.1 has changed$/);
    await expect(dialog).toContainText('It is not the certificate you trusted before.');
    await expect(dialog.getByRole('columnheader')).toHaveText(['Trusted until now', 'Shown now']);
    const subject = dialog.getByRole('row', { name: 'Issued to' }).getByRole('cell');
    await expect(subject).toHaveText(['self-signed.longshore.test', 'expired.longshore.test']);
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Not connected').first()).toBeVisible();
    expect(server.commands.some((line) => line.startsWith('USER'))).toBe(false);
  } finally {
    await server.close();
  }
});

test('a certificate for another name is shown with the names it is for', async ({ page }) => {
  const server = await startServerFtp({ files: FILES, tls: { certificate: 'elsewhere' } });
  try {
    await quickConnect(page, server, 'Require encryption');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The certificate is for another name than 127.0.0.1.');
    await expect(dialog.getByRole('row', { name: 'Valid for' })).toContainText('elsewhere.example');
    await dialog.getByRole('button', { name: 'Trust once' }).click();
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
  } finally {
    await server.close();
  }
});

test('a challenge for a one-time password is shown, and its answer is not offered to be kept', async ({ page }) => {
  // RFC 2289, appendix C: one of the passwords that people copy from a list.
  const words = 'INCH SEA ANNE LONG AHEM TOUR';
  const server = await startServerFtp({
    files: FILES,
    users: { ada: { password: words } },
    replies: { USER: '331 Response to otp-md5 0 TeSt required for ada.' },
  });
  try {
    await quickConnect(page, { ...server, user: 'ada', password: 'short' }, 'No encryption');
    const dialog = page.getByRole('dialog', { name: 'One-time password for 127.0.0.1' });
    await expect(dialog).toContainText('otp-md5 0 TeSt');
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await dialog.getByLabel('One-time password or pass phrase of ada').fill(words);
    await page.keyboard.press('Enter');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    expect(server.commands).toContain(`PASS ${words}`);
  } finally {
    await server.close();
  }
});

test('whoever is asked to let files go unencrypted reads what the server said, and Enter goes on with nothing', async ({
  page,
}) => {
  const refusal = '534 There is no protection of data here.';
  const server = await startServerFtp({ files: FILES, tls: {}, replies: { PROT: refusal } });
  const dialog = page.getByRole('dialog', { name: '127.0.0.1 does not protect files' });
  try {
    await quickConnect(page, server, 'Require encryption');
    await trustOnce(page);
    await expect(dialog).toContainText(refusal);
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Not connected').first()).toBeVisible();
    expect(server.commands.filter((line) => /^(MLSD|LIST|NLST)/.test(line))).toEqual([]);
  } finally {
    await server.close();
  }
});
