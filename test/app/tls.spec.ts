import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProftpd } from '../interop/servers/proftpd.ts';
import { startVsftpd } from '../interop/servers/vsftpd.ts';
import { expect, test } from './fixtures.ts';
import {
  choose,
  expectTransfersDone,
  localFiles,
  openSiteEditor,
  remoteFiles,
  rowOf,
  transcript,
  trustOnce,
  turnTo,
} from './person.ts';

/**
 * The window's own proof that data connections resume the TLS session: on real Electron, whose TLS is BoringSSL, the same
 * lines of the transcript tell.
 */

test.describe.configure({ timeout: 240_000 });

const FILES = 500;
const FOLDER = 'Five hundred';

test.beforeEach(({ home }) => {
  mkdirSync(path.join(home, FOLDER));
  for (let index = 0; index < FILES; index += 1)
    writeFileSync(path.join(home, FOLDER, `${index}.txt`), `file ${index}`);
});

const SERVERS = { vsftpd: startVsftpd, ProFTPD: startProftpd };

for (const [name, start] of Object.entries(SERVERS)) {
  for (const version of ['1.2', '1.3']) {
    test(`${name}, TLS ${version}: a folder of ${FILES} files, every data connection resumed`, async ({
      app,
      page,
    }) => {
      const server = await start({ tls: 'any' });
      try {
        const editor = await openSiteEditor(page, server);
        await choose(page, editor, 'Security', 'Require encryption');
        await turnTo(editor, 'Encryption');
        await choose(page, editor, 'Newest version', `TLS ${version}`);
        await editor.getByRole('button', { name: 'Save' }).click();
        await page.getByText('The harbour', { exact: true }).dblclick();
        await page.getByLabel(`Password for ${server.user}`).fill(server.password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await trustOnce(page);
        await expect(page.getByText(/^Connected to /)).toBeAttached();

        await rowOf(localFiles(page), FOLDER).dragTo(remoteFiles(page));
        await expectTransfersDone(page, FILES, 180_000);
        await expect(transcript(page)).toBeVisible();
        await page.getByRole('button', { name: 'Copy all' }).click();
        const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
        const resumed = `data connection: TLSv${version}, session resumed`;
        await expect.poll(async () => (await copied()).split(resumed).length - 1).toBeGreaterThanOrEqual(FILES);
        expect(await copied()).not.toContain('session not resumed');
      } finally {
        await server.stop();
      }
    });
  }
}
