import type { Page } from '@playwright/test';
import { connectionSettings } from '#shared/contract/fields.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { type LearnedOverrides, nothingLearned, type OverridableFact } from '#shared/model/learned-fact.ts';
import type { Site } from '#shared/model/site.ts';
import { UNUSUAL_SETTINGS } from '../fixtures/unusual-settings.ts';
import { expect, test } from './fixtures.ts';
import { choose, openSiteEditor, turnTo } from './person.ts';

/** The pages of a site's settings: turned by keyboard, marked, and nothing on them is lost. */

const PAGES = [
  ...[
    'General',
    'Encryption',
    'Connection',
    'Proxy',
    'Login',
    'Names and listings',
    'Transfers',
    'Existing files',
    'Server profile',
  ],
];

const editorOf = (page: Page) => page.getByRole('dialog', { name: /^(New|Edit) site$/ });

/** Asks main as the window does. */
const ask = (page: Page, channel: string, input: object): Promise<unknown> =>
  page.evaluate(
    async ([name, given]) => {
      const { request } = Reflect.get(window, 'longshore') as {
        request: (channel: string, input: unknown) => Promise<{ ok: boolean; value?: unknown }>;
      };
      const result = await request(name, given);
      if (!result.ok) throw new Error(JSON.stringify(result));
      return result.value;
    },
    [channel, input] as const,
  );

const flags = Object.entries(nothingLearned()).filter(([, value]) => value === false);

/** Whatever can be set is set, and to what nobody usually has; one setting is of another version, and stays. */
const everything: ConnectionSettings = {
  ...UNUSUAL_SETTINGS,
  encoding: 'an-encoding-of-another-version',
  overrides: {
    ...(Object.fromEntries(
      flags.filter(([fact]) => !['hadTls', 'tlsFails'].includes(fact)).map(([fact], index) => [fact, index % 2 === 0]),
    ) as LearnedOverrides),
    nameEncoding: 'big5',
    zoneMinutes: 330,
    mostConnections: 2,
  },
};

const LEAVE = { kind: 'leave' } as const;
const SECRETS = { login: LEAVE, proxy: LEAVE, 'client-certificate': LEAVE };

test('saving a site that was only looked at changes nothing, whatever is set', async ({ page }) => {
  expect(connectionSettings.parse(everything)).toEqual(everything);
  const set = Object.keys(everything.overrides) as readonly OverridableFact[];
  expect(set.length).toBe(Object.keys(nothingLearned()).length - 2);
  await ask(page, 'sites/save', { siteId: null, name: 'The harbour', settings: everything, secrets: SECRETS });
  await page.getByRole('button', { name: 'The harbour' }).press('F2');
  const editor = editorOf(page);
  for (const name of PAGES) {
    await turnTo(editor, name);
    // All but the first differ from the usual, and say so.
    if (name !== 'General') await expect(editor.getByRole('tab', { name, selected: true })).toContainText('changed');
  }
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toHaveCount(0);
  const { sites } = (await ask(page, 'sites/list', {})) as { sites: readonly Site[] };
  expect(sites.map(({ name, settings }) => ({ name, settings }))).toEqual([
    { name: 'The harbour', settings: everything },
  ]);
});

test('a site is filled in on every page without a mouse', async ({ page }) => {
  const { keyboard } = page;
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) await keyboard.press(key);
  };
  const tab = (name: string) => editorOf(page).getByRole('tab', { name });
  await page.getByRole('button', { name: 'Add a site' }).press('Enter');
  const editor = editorOf(page);
  await expect(editor.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.type('The harbour');
  await press('Tab');
  await keyboard.type('ftp.example.org');

  // From the fields to the list of pages, and from each page to its first field.
  await press('Shift+Tab', 2);
  await expect(tab('General')).toBeFocused();
  const first: Readonly<Record<string, string>> = {
    Encryption: 'Oldest version',
    Connection: 'Data connections',
    Proxy: 'Way to the server',
    Login: 'Account',
    'Names and listings': 'Text encoding of names',
    Transfers: 'Content',
    'Existing files': 'Add rule',
    'Server profile': 'Check connection…',
  };
  for (const [name, field] of Object.entries(first)) {
    await press('ArrowDown');
    await expect(tab(name)).toBeFocused();
    await press('Tab');
    const named = editor.getByLabel(field, { exact: true }).or(editor.getByRole('button', { name: field }));
    await expect(named.and(page.locator('button, input'))).toBeFocused();
    await press('Shift+Tab');
  }
  await press('Home');
  await expect(tab('General')).toBeFocused();

  // A choice on another page, made and kept.
  await press('ArrowDown', 3);
  await press('Tab');
  await press('Enter');
  await press('ArrowDown', 2);
  await press('Enter');
  const way = editor.getByLabel('Way to the server');
  await expect(way).toContainText('SOCKS5 proxy');
  // Until the choices are gone the focus is still with them.
  await expect(way).toBeFocused();
  await press('Tab');
  await keyboard.type('proxy.example.org');
  await press('Enter');
  await expect(editor).toHaveCount(0);
  const { sites } = (await ask(page, 'sites/list', {})) as { sites: readonly Site[] };
  expect(sites.map(({ settings }) => [settings.host, settings.proxy])).toEqual([
    ['ftp.example.org', { kind: 'socks5', host: 'proxy.example.org', port: 1080, user: null }],
  ]);
});

test('what keeps a site from being saved is brought in sight, marked, and has the focus', async ({ page }) => {
  const editor = await openSiteEditor(page, { host: 'ftp.example.org', port: 21, user: 'me', password: '' });
  await turnTo(editor, 'Names and listings');
  await editor.getByLabel('Zone of the times in listings').fill('CET');
  await turnTo(editor, 'Proxy');
  await choose(page, editor, 'Way to the server', 'HTTP proxy');
  await turnTo(editor, 'General');
  await editor.getByRole('button', { name: 'Save' }).click();

  await expect(editor.getByRole('tab', { name: 'Proxy' })).toContainText('needs a look');
  await expect(editor.getByLabel('Proxy', { exact: true })).toBeFocused();
  await expect(editor.getByText('Enter the proxy’s name or address.')).toBeVisible();
  await page.keyboard.type('proxy.example.org');
  await expect(editor.getByRole('tab', { name: 'Proxy' })).toContainText('changed');

  await page.keyboard.press('Enter');
  await expect(editor.getByLabel('Zone of the times in listings')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('+01:00');
  await page.keyboard.press('Enter');
  await expect(editor).toHaveCount(0);
});

test('a client certificate is chosen in the system’s dialog, or typed', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    const answers = [
      { canceled: false, filePaths: ['/home/me/me.p12'] },
      { canceled: true, filePaths: [] },
    ];
    dialog.showOpenDialog = async () => answers.shift() ?? { canceled: true, filePaths: [] };
  });
  const editor = await openSiteEditor(page, { host: 'ftp.example.org', port: 21, user: 'me', password: '' });
  await turnTo(editor, 'Encryption');
  const file = editor.getByLabel('Certificate file', { exact: true });
  await expect(editor.getByLabel('Key file', { exact: true })).toHaveCount(0);
  await editor.getByRole('button', { name: 'Choose the certificate file' }).click();
  await expect(file).toHaveValue('/home/me/me.p12');
  // Closed without a choice: what was there stays.
  await editor.getByRole('button', { name: 'Choose the certificate file' }).click();
  await expect(file).toHaveValue('/home/me/me.p12');
  await file.fill('/home/me/other.pem');
  await editor.getByLabel('Key file', { exact: true }).fill('/home/me/other-key.pem');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toHaveCount(0);
  const { sites } = (await ask(page, 'sites/list', {})) as { sites: readonly Site[] };
  expect(sites.map(({ settings }) => settings.tls.clientCertificate)).toEqual([
    { certificate: '/home/me/other.pem', key: '/home/me/other-key.pem' },
  ]);
});
