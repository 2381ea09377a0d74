import type { Page } from '@playwright/test';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { connect, transcript } from './person.ts';

/** The command console, by keyboard alone. */

const field = (page: Page) => page.getByRole('form', { name: 'Command' }).locator('input');

test('nothing can be typed without a connection, and it is said why', async ({ page }) => {
  await expect(field(page)).toBeDisabled();
  await expect(field(page)).toHaveAttribute('placeholder', 'Connect to a server to type commands');
});

test('commands are typed, completed, brought back and explained', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x', 'docs/b.txt': 'y' } });
  const form = page.getByRole('form', { name: 'Command' });
  const { keyboard } = page;
  try {
    await connect(page, server, 'No encryption');
    await transcript(page).focus();
    await keyboard.press('Tab');
    await expect(field(page)).toBeFocused();

    // A verb says what it is for, and its reply stands in the transcript like all others.
    await keyboard.type('syst');
    await expect(form).toContainText('Asks which kind of system the server is.');
    await expect(form).toContainText('RFC 959 4.1');
    await keyboard.press('Enter');
    await expect(field(page)).toHaveValue('');
    await server.received('SYST');
    await expect(transcript(page)).toContainText('215 ');

    // Tab goes through what a beginning may become, and then on to the next control.
    await keyboard.type('ml');
    await keyboard.press('Tab');
    await expect(field(page)).toHaveValue('MLSD');
    await keyboard.press('Tab');
    await expect(field(page)).toHaveValue('MLST');
    await keyboard.press('Tab');
    await expect(field(page)).not.toBeFocused();
    await keyboard.press('Shift+Tab');

    // What is listed shows.
    await field(page).fill('nlst docs');
    await keyboard.press('Enter');
    await server.received('NLST docs');
    await expect(transcript(page).getByText('b.txt')).toBeVisible();

    // The lines before come back, and what was being typed after them.
    await keyboard.type('no');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await expect(field(page)).toHaveValue('syst');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await expect(field(page)).toHaveValue('no');
  } finally {
    await server.close();
  }
});

test('what cannot be sent is refused in a sentence', async ({ page }) => {
  const server = await startServerFtp({ files: { 'a.txt': 'x' } });
  try {
    await connect(page, server, 'No encryption');
    await field(page).fill('RETR a.txt');
    await page.keyboard.press('Enter');
    const refusal = page.getByRole('alert').filter({ hasText: 'A typed command cannot move a file.' });
    await expect(refusal).toBeVisible();
    expect(server.commands.filter((line) => line.startsWith('RETR'))).toEqual([]);
    await page.keyboard.type('NOOP');
    await expect(refusal).toHaveCount(0);
    await page.keyboard.press('Enter');
    await server.received('NOOP');
  } finally {
    await server.close();
  }
});

test('a password that is typed shows nowhere', async ({ page }) => {
  const server = await startServerFtp({});
  try {
    await connect(page, server, 'No encryption');
    await field(page).fill('PASS unmistakable-7f3a91');
    await expect(field(page)).toHaveAttribute('type', 'password');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toHaveValue('PASS ');
    await expect(page.locator('body')).not.toContainText('unmistakable');
  } finally {
    await server.close();
  }
});

test('all commands are listed, and one that is chosen can be typed on', async ({ page }) => {
  const server = await startServerFtp({});
  try {
    await connect(page, server, 'No encryption');
    await field(page).focus();
    await page.keyboard.press('F1');
    const list = page.getByRole('list', { name: 'Commands' });
    await expect(list.getByRole('button', { name: 'USER <username>' })).toBeFocused();
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('CWD ');
    await expect(field(page)).toBeFocused();
  } finally {
    await server.close();
  }
});
