import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import {
  choose,
  connect,
  connectToSite,
  expectTransfersDone,
  localFiles,
  openSiteEditor,
  remoteFiles,
  rowOf,
  turnTo,
} from './person.ts';

/** How files are moved: for a site, for one transfer, and what is no choice. */

/** The representation type that held when a command came. */
const typeOf = (server: ServerFtp, command: string): string | undefined => {
  const { commands = [] } = server.connections.find((connection) => connection.commands.includes(command)) ?? {};
  return commands.slice(0, commands.indexOf(command)).findLast((line) => line.startsWith('TYPE'));
};

test('a site keeps how its files are moved, and they are moved so', async ({ home, page }) => {
  const server = await startServerFtp({ files: { 'lines.txt': 'one\ntwo\n' } });
  try {
    const editor = await openSiteEditor(page, server);
    await turnTo(editor, 'Connection');
    await choose(page, editor, 'Data connections', 'We call the server passive');
    await turnTo(editor, 'Transfers');
    await choose(page, editor, 'Content', 'ASCII');
    await editor.getByRole('checkbox', { name: 'Announce file sizes' }).click();
    await editor.getByRole('button', { name: 'Save' }).click();

    // Opened again, it says so, on the page and beside its name.
    await page.getByRole('button', { name: 'The harbour' }).press('F2');
    const again = page.getByRole('dialog', { name: 'Edit site' });
    await expect(again.getByRole('tab', { name: 'Connection' })).toContainText('changed');
    await expect(again.getByRole('tab', { name: 'Proxy' })).not.toContainText('changed');
    await turnTo(again, 'Transfers changed');
    await expect(again.getByLabel('Content', { exact: true })).toContainText('Text');
    await expect(again.getByRole('checkbox', { name: 'Announce file sizes' })).toBeChecked();
    await again.getByRole('button', { name: 'Save' }).click();

    await connectToSite(page, server);
    await rowOf(remoteFiles(page), 'lines.txt').dblclick();
    await expectTransfersDone(page, 1);
    expect(typeOf(server, 'RETR /lines.txt')).toBe('TYPE A');
    expect(readFileSync(path.join(home, 'lines.txt'), 'utf8')).toBe('one\ntwo\n');
  } finally {
    await server.close();
  }
});

test('one transfer goes with options of its own, asked for by keyboard', async ({ home, page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'one\n', 'b.txt': 'two\n' } });
  const { keyboard } = page;
  try {
    await connect(page, server, 'No encryption');
    await expect(rowOf(remoteFiles(page), 'a.txt')).toBeVisible();
    await remoteFiles(page).focus();
    await keyboard.type('a.txt');
    await keyboard.press('Control+Shift+Enter');
    const dialog = page.getByRole('dialog', { name: 'Download “a.txt”' });
    await expect(dialog.getByLabel('Content', { exact: true })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(dialog.getByLabel('Content', { exact: true })).toContainText('Text');
    await dialog.getByRole('button', { name: 'Download' }).press('Enter');
    await expectTransfersDone(page, 1);
    expect(typeOf(server, 'RETR /a.txt')).toBe('TYPE A');
    expect(readFileSync(path.join(home, 'a.txt'), 'utf8')).toBe('one\n');

    // The next one goes as the site says.
    await rowOf(remoteFiles(page), 'b.txt').dblclick();
    await expectTransfersDone(page, 2);
    expect(typeOf(server, 'RETR /b.txt')).toBe('TYPE I');
  } finally {
    await server.close();
  }
});

test('what has no meaning is said, and neither sent nor saved', async ({ home, page }) => {
  const server = await startServerFtp({});
  writeFileSync(path.join(home, 'here.txt'), 'x');
  try {
    await connect(page, server, 'No encryption');
    await rowOf(localFiles(page), 'here.txt').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Upload with options…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Upload “here.txt”' });
    await choose(page, dialog, 'Content', 'ASCII');
    await choose(page, dialog, 'Structure', 'Pages');
    await expect(dialog.getByRole('alert')).toContainText('Pages name the number of their bytes');
    await expect(dialog.getByRole('button', { name: 'Upload' })).toBeDisabled();
    await choose(page, dialog, 'Structure', 'In one piece');
    await expect(dialog.getByRole('button', { name: 'Upload' })).toBeEnabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    const editor = await openSiteEditor(page, server);
    await turnTo(editor, 'Transfers');
    await choose(page, editor, 'Content', 'ASCII');
    await choose(page, editor, 'Structure', 'Pages');
    await turnTo(editor, 'General');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor.getByRole('alert')).toContainText('Pages name the number of their bytes');
    await turnTo(editor, 'Connection');
    await editor.getByLabel('Ports the server may call').fill('any');
    await expect(editor.getByText('Enter two ports')).toBeVisible();
    expect(existsSync(path.join(home, 'here.txt'))).toBe(true);
    expect(server.commands.filter((line) => line.startsWith('STOR'))).toEqual([]);
  } finally {
    await server.close();
  }
});
