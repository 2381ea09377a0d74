import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type ServerFtp, type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { openSiteEditor, quickConnect, remoteFiles, rowOf, trustOnce, turnTo } from './person.ts';

/** What keeps a connection from working is found, said and mended, without a hand on the mouse. */

const withServer = async (script: ServerScript, use: (server: ServerFtp) => Promise<void>): Promise<void> => {
  const server = await startServerFtp(script);
  try {
    await use(server);
  } finally {
    await server.close();
  }
};

const files = { 'a.txt': 'hello' };
const REFUSED = '502 Not here.';

/** Only from another address of the server, which it names rightly, does data come. */
const AT_ANOTHER_ADDRESS: ServerScript = {
  files,
  passive: { PASV: { host: '127.0.0.2', listensThere: true } },
  replies: { EPSV: REFUSED, EPRT: REFUSED, PORT: REFUSED, STAT: REFUSED },
};

const expectNoViolations = async (page: Page): Promise<void> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(tags)
    .include('[role=dialog]')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
};

test('a folder that cannot be listed: the reason is found, the fix applied, and the listing appears', async ({
  page,
}) => {
  await withServer(AT_ANOTHER_ADDRESS, async (server) => {
    await quickConnect(page, server, 'No encryption');
    const why = page.getByRole('button', { name: 'Find out why…' });
    await why.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Check of the connection to ${server.host}` });
    await expect(dialog.getByText('The server opens its port at 127.0.0.2 and not at 127.0.0.1')).toBeVisible();
    const apply = dialog.getByRole('button', { name: 'Apply and connect' });
    await expect(apply).toBeFocused();
    await expect(dialog.getByText('To be changed: Believe the address that the server names')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });
});

test('encryption expected from the first byte: found from the notice, and connected with otherwise', async ({
  page,
}) => {
  await withServer({ files, tls: { certificate: 'self-signed' } }, async (server) => {
    await quickConnect(page, server, 'Implicit TLS');
    await page.getByRole('button', { name: 'Find out why…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Check of the connection/ });
    await expect(dialog.getByText('To be changed: Encryption after the greeting (explicit)')).toBeVisible();
    await dialog.getByRole('button', { name: 'Apply and connect' }).click();
    // The password of the first attempt is used; the certificate is for the person to decide.
    await trustOnce(page);
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`a site is checked from its editor, and what mends it goes into the editor, ${theme}`, async ({ app, page }) => {
    // Looking at every rule of accessibility takes long.
    test.slow();
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const passive = { EPSV: { leadsNowhere: true }, PASV: { leadsNowhere: true } };
    await withServer({ files, passive }, async (server) => {
      const editor = await openSiteEditor(page, server);
      await turnTo(editor, 'Server profile');
      await editor.getByRole('button', { name: 'Check connection…' }).click();
      const dialog = page.getByRole('dialog', { name: /^Check of the connection/ });
      await dialog.getByLabel(`Password for ${server.user}`).fill(server.password);
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('To be changed: Data connections: active')).toBeVisible();
      await dialog.getByRole('button', { name: 'Show what was said: Data connections' }).waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: 'Show what was said: Passive, newer way (EPSV)' }).click();
      await expect(dialog.getByText('> EPSV', { exact: true })).toBeVisible();
      await expectNoViolations(page);
      await dialog.getByRole('button', { name: 'Apply to these settings' }).click();
      await turnTo(editor, 'Connection');
      await expect(editor.getByLabel('Data connections')).toContainText('active');
    });
  });
}
