import type { ElectronApplication, Page } from '@playwright/test';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { test as base, expect } from './fixtures.ts';
import { remoteFiles, rowOf } from './person.ts';

/** Connecting at the wish of somebody outside: the practice start, a link that was clicked. */

const test = base.extend<{ server: ServerFtp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from the pattern.
  server: async ({}, use) => {
    const server = await startServerFtp({ files: { '/pub/here.txt': 'x' } });
    await use(server);
    await server.close();
  },
});

const urlOf = ({ user, password, host, port }: ServerFtp): string =>
  `ftp://${user}:${encodeURIComponent(password)}@${host}:${port}/pub`;

const hostField = (page: Page) => page.getByRole('form', { name: 'Quick connect' }).getByLabel('Host');

/** As when the program is started again with these arguments while it is running. */
const startAgain = (app: ElectronApplication, ...args: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ app: running }, argv) =>
      void setImmediate(() => running.emit('second-instance', {}, ['longshore', ...argv], '/')),
    args,
  );

test.describe('the practice start', () => {
  const practice = test.extend({
    appArguments: async ({ server }, use) => use([`--practice-connect=${urlOf(server)}`]),
  });

  practice('connects at once, with a password the page never sees', async ({ page, server }) => {
    await expect(rowOf(remoteFiles(page), 'here.txt')).toBeVisible();
    expect(await page.content()).not.toContain(server.password);
  });
});

test.describe('a link', () => {
  const linked = test.extend({
    appArguments: async ({ server }, use) => use([urlOf(server)]),
  });

  linked('fills in quick connect and waits for the person', async ({ page, server }) => {
    await expect(hostField(page)).toHaveValue(server.host);
    expect(server.connections).toHaveLength(0);
    expect(await page.content()).not.toContain(server.password);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(rowOf(remoteFiles(page), 'here.txt')).toBeVisible();
  });

  test('clicked while the program is running goes to the window that is there', async ({ app, page, server }) => {
    await startAgain(app, urlOf(server));
    await expect(hostField(page)).toHaveValue(server.host);
    expect(server.connections).toHaveLength(0);
    expect(app.windows()).toHaveLength(1);
  });

  test('brings no orders with it', async ({ app, page, server }) => {
    await startAgain(app, `${urlOf(server)}%0d%0aDELE%20x`, '--no-sandbox');
    await expect(hostField(page)).toHaveValue('');
    await startAgain(app, `${urlOf(server)} --practice-connect=${urlOf(server)}`);
    await expect(hostField(page)).toHaveValue(server.host);
    expect(server.connections).toHaveLength(0);
  });
});
