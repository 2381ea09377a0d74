import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProftpd } from '../interop/servers/proftpd.ts';
import { startVsftpd } from '../interop/servers/vsftpd.ts';
import { expect, test } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf, transcript } from './person.ts';

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

for (const [name, start] of [
  ['vsftpd', startVsftpd],
  ['ProFTPD', startProftpd],
] as const) {
  test(`${name}: a folder of ${FILES} files, every data connection resumed`, async ({ app, page }) => {
    const server = await start({ tls: 'any' });
    try {
      await connect(page, server, 'Require encryption');
      await rowOf(localFiles(page), FOLDER).dragTo(remoteFiles(page));
      await expectTransfersDone(page, FILES, 180_000);
      await expect(transcript(page)).toBeVisible();
      await page.getByRole('button', { name: 'Copy all' }).click();
      const text = await app.evaluate(({ clipboard }) => clipboard.readText());
      const resumed = text.match(/data connection: TLSv1\.3, session resumed/g)?.length ?? 0;
      expect(resumed).toBeGreaterThanOrEqual(FILES);
      expect(text).not.toContain('session not resumed');
    } finally {
      await server.stop();
    }
  });
}
