import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { endHost, startHost } from '../../app/host.ts';
import { test } from './fixtures.ts';

const APP = path.join(import.meta.dirname, 'app');

/** Process ids of the browsers that use a folder below `userData`: every process's command line is searched. */
const browsersOf = (userData: string): string[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1_048_576 })
    .split('\n')
    .filter((line) => line.includes(`${userData}/stand-in-browser`));

test('is the app that its package.json names', async ({ app }) => {
  const facts = await app.evaluate(({ app: application }) => ({
    name: application.getName(),
    version: application.getVersion(),
    packaged: application.isPackaged,
    ready: application.isReady(),
  }));
  expect(facts).toEqual({ name: 'Stand-in specs', version: '1.2.3', packaged: false, ready: true });
});

test('throws clearly for what it has not', async ({ app }) => {
  const messages = await app.evaluate((electron) => {
    const said = (action: () => unknown): string => {
      try {
        return `did not throw but answered ${String(action())}`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      said(() => new electron.Tray('icon.png')),
      said(() => electron.app.getGPUInfo('basic')),
      said(() => electron.dialog.showOpenDialogSync({})),
      said(() => new electron.BrowserWindow({ webPreferences: { sandbox: false } })),
      said(() => electron.BrowserWindow.getAllWindows()[0]?.webContents.print()),
    ];
  });
  for (const message of messages) expect(message).toMatch(/^electron stand-in: .* is not available here/);
});

test('says that there is no keychain', async ({ app }) => {
  const storage = await app.evaluate(async ({ safeStorage }) => [
    safeStorage.isEncryptionAvailable(),
    await safeStorage.isAsyncEncryptionAvailable(),
    safeStorage.getSelectedStorageBackend(),
  ]);
  expect(storage).toEqual([false, false, 'basic_text']);
});

test('lets a test choose from the menu and answer a dialog', async ({ app }) => {
  const chosen = await app.evaluate(async ({ dialog, Menu }) => {
    let clicked = 0;
    const click = () => {
      clicked += 1;
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'new', label: 'New', click }] }]));
    Menu.getApplicationMenu()?.getMenuItemById('new')?.click();
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/chosen'] });
    return [clicked, (await dialog.showOpenDialog({})).filePaths];
  });
  expect(chosen).toEqual([1, ['/chosen']]);
});

test('moves what is trashed where it can be found', async ({ app }) => {
  const [left, found] = await app.evaluate(async ({ app: application, shell }) => {
    const { existsSync, mkdirSync, readdirSync, writeFileSync } = process.getBuiltinModule('node:fs');
    const folder = `${application.getPath('userData')}/folder to trash`;
    mkdirSync(folder);
    writeFileSync(`${folder}/file`, 'kept');
    await shell.trashItem(folder);
    return [existsSync(folder), readdirSync(`${application.getPath('userData')}/Trash/files`)];
  });
  expect(left).toBe(false);
  expect(found).toEqual([expect.stringMatching(/^folder to trash\./)]);
});

test('tells the first start of a second one with the same data', async ({ app }) => {
  const userData = await app.evaluate(({ app: application }) => {
    application.requestSingleInstanceLock();
    application.on('second-instance', (_event, argv) => Reflect.set(globalThis, 'later', argv));
    return application.getPath('userData');
  });
  const script = "import('electron').then(({ app }) => process.exit(app.requestSingleInstanceLock() ? 0 : 7))";
  const main = path.join(userData, 'second.mjs');
  fs.writeFileSync(path.join(userData, 'package.json'), '{"name":"second"}');
  fs.writeFileSync(main, script);
  const standIn = path.resolve(import.meta.dirname, '../electron');
  const second = spawnSync(standIn, [`--user-data-dir=${userData}`, main, 'ftp://example.org/']);
  expect(second.status).toBe(7);
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'later')))
    .toEqual(expect.arrayContaining(['ftp://example.org/']));
});

test('ends its browser in an orderly quit', async () => {
  const host = await startHost({ app: APP });
  await host.application.firstWindow();
  expect(browsersOf(host.userData).length).toBeGreaterThan(0);
  expect(await endHost(host)).toBe(0);
  expect(browsersOf(host.userData)).toEqual([]);
});

test('takes its browser along when it is killed', async () => {
  const host = await startHost({ app: APP });
  await host.application.firstWindow();
  host.application.process().kill('SIGKILL');
  await expect.poll(() => browsersOf(host.userData), { timeout: 20_000 }).toEqual([]);
  fs.rmSync(host.userData, { recursive: true, force: true, maxRetries: 5 });
});
