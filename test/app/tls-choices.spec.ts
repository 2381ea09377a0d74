import { fileURLToPath } from 'node:url';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { choose, openSiteEditor, quickConnect, remoteFiles, rowOf, transcript, trustOnce, turnTo } from './person.ts';

/** What a site or a person says about TLS, carried out on the wire. */

const FILES = { 'a.txt': 'x' };

test('a server that refuses to protect data: nothing in the clear before the person agrees', async ({ page }) => {
  const server = await startServerFtp({ files: FILES, tls: {}, replies: { 'PROT P': '536 no privacy here' } });
  try {
    await quickConnect(page, server, 'Require encryption');
    await trustOnce(page);
    const dialog = page.getByRole('dialog', { name: '127.0.0.1 does not protect files' });
    await expect(dialog).toContainText('536 no privacy here');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Not connected').first()).toBeVisible();
    expect(server.data).toEqual([]);

    await quickConnect(page, server, 'Require encryption');
    await trustOnce(page);
    await dialog.getByRole('button', { name: 'Go on unencrypted' }).click();
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await expect(transcript(page)).toContainText('data connections cannot be protected');
  } finally {
    await server.close();
  }
});

test("a site's client certificate is unlocked by a password that is asked for by its file, again after a wrong one", async ({
  page,
}) => {
  const file = fileURLToPath(new URL('../server-ftp/certificate/other.p12', import.meta.url));
  const server = await startServerFtp({ files: FILES, tls: { clientCertificate: 'required' } });
  try {
    const editor = await openSiteEditor(page, server);
    await choose(page, editor, 'Security', 'Require encryption');
    await turnTo(editor, 'Encryption');
    await editor.getByRole('textbox', { name: 'Certificate file' }).fill(file);
    await editor.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The harbour', { exact: true }).dblclick();
    await page.getByLabel(`Password for ${server.user}`).fill(server.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Unlock the client certificate' });
    await dialog.getByLabel('Password of other.p12').fill('port');
    await dialog.getByRole('button', { name: 'Unlock' }).click();
    await expect(dialog).toContainText('This password does not open the file. Try another.');
    await dialog.getByLabel('Password of other.p12').fill('harbour');
    await dialog.getByRole('button', { name: 'Unlock' }).click();
    await trustOnce(page);
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    expect(server.connections[0]?.clientCertificate).toBe('CN=other.longshore.test');
    await expect(transcript(page)).not.toContainText('harbour');
  } finally {
    await server.close();
  }
});

test('a client certificate that is not there is a sentence that names the file', async ({ page }) => {
  const server = await startServerFtp({ files: FILES, tls: {} });
  try {
    const editor = await openSiteEditor(page, server);
    await choose(page, editor, 'Security', 'Require encryption');
    await turnTo(editor, 'Encryption');
    await editor.getByRole('textbox', { name: 'Certificate file' }).fill('/nowhere/id.p12');
    await editor.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The harbour', { exact: true }).dblclick();
    await page.getByLabel(`Password for ${server.user}`).fill(server.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText(/\/nowhere\/id\.p12/).first()).toBeVisible();
    expect(server.connections).toHaveLength(0);
  } finally {
    await server.close();
  }
});
