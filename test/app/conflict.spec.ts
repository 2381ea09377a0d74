import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { test as base, expect } from './fixtures.ts';
import {
  choose,
  connect,
  connectToSite,
  expectTransfersDone,
  localFiles,
  openSiteEditor,
  remoteFiles,
  rowOf,
  transfersThat,
  turnTo,
} from './person.ts';

/** A file of that name is there already: the person decides, once or for all. */

const test = base.extend<{ server: ServerFtp }>({
  server: async ({ home }, use) => {
    for (const name of ['one.txt', 'two.txt', 'three.txt']) writeFileSync(path.join(home, name), `local ${name}`);
    mkdirSync(path.join(home, 'empty'));
    const server = await startServerFtp({
      files: {
        'one.txt': 'remote one',
        'two.txt': 'remote two',
        'three.txt': 'remote three',
        'four.txt': 'only there',
      },
    });
    await use(server);
    await server.close();
  },
});

const localText = (home: string, name: string): string => readFileSync(path.join(home, name), 'utf8');

test('overwrite', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'one.txt').dragTo(localFiles(page));
  const question = page.getByRole('dialog', { name: '“one.txt” is there already' });
  await expect(question.getByText('local one.txt'.length.toString(), { exact: false }).first()).toBeVisible();
  expect(localText(home, 'one.txt')).toBe('local one.txt');
  await question.getByRole('button', { name: 'Overwrite', exact: true }).click();
  await expectTransfersDone(page, 1);
  expect(localText(home, 'one.txt')).toBe('remote one');
});

test('Enter without reading changes nothing', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'one.txt').dragTo(localFiles(page));
  await expect(page.getByRole('button', { name: 'Skip' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect((await transfersThat(page, 'Finished')).getByText('Skipped')).toBeVisible();
  expect(localText(home, 'one.txt')).toBe('local one.txt');
});

test('rename keeps both', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(remoteFiles(page), 'one.txt').dragTo(localFiles(page));
  const question = page.getByRole('dialog', { name: '“one.txt” is there already' });
  await expect(question.getByLabel('New name, to keep both')).toHaveValue('one (2).txt');
  await question.getByRole('button', { name: 'Keep both' }).click();
  await expectTransfersDone(page, 1);
  expect(localText(home, 'one.txt')).toBe('local one.txt');
  expect(localText(home, 'one (2).txt')).toBe('remote one');
});

test('sending: the question shows size and date of both sides', async ({ server, page }) => {
  await connect(page, server, 'No encryption');
  await rowOf(localFiles(page), 'one.txt').dragTo(remoteFiles(page));
  const question = page.getByRole('dialog', { name: '“one.txt” is there already' });
  await expect(question.getByText('13 bytes')).toBeVisible();
  await expect(question.getByText('10 bytes')).toBeVisible();
  await expect(question.getByText('Date unknown')).toHaveCount(0);
  await question.getByRole('button', { name: 'Overwrite', exact: true }).click();
  await expectTransfersDone(page, 1);
  expect(String(await server.content('/one.txt'))).toBe('local one.txt');
});

test('skip for all the others too, while what is in no conflict goes on', async ({ home, server, page }) => {
  await connect(page, server, 'No encryption');
  const remote = remoteFiles(page);
  await rowOf(remote, 'four.txt').click();
  await remote.press('Control+a');
  await rowOf(remote, 'four.txt').dragTo(localFiles(page));
  await expect.poll(() => existsSync(path.join(home, 'four.txt'))).toBe(true);
  const question = page.getByRole('dialog', { name: /is there already/ });
  await question.getByRole('checkbox').check();
  await question.getByRole('button', { name: 'Skip' }).click();
  await expectTransfersDone(page, 4);
  await expect((await transfersThat(page, 'Finished')).getByText('Skipped')).toHaveCount(3);
  for (const name of ['one.txt', 'two.txt', 'three.txt']) expect(localText(home, name)).toBe(`local ${name}`);
  expect(localText(home, 'four.txt')).toBe('only there');
});

test('for all the others, on a condition, by keyboard alone', async ({ home, server, page }) => {
  // One is older here than there, the others are newer.
  const [old, recent] = [new Date('2020-01-01T00:00:00Z'), new Date('2040-01-01T00:00:00Z')];
  utimesSync(path.join(home, 'one.txt'), old, old);
  for (const name of ['two.txt', 'three.txt']) utimesSync(path.join(home, name), recent, recent);
  await connect(page, server, 'No encryption');
  const remote = remoteFiles(page);
  await rowOf(remote, 'four.txt').click();
  await remote.press('Control+a');
  await rowOf(remote, 'four.txt').dragTo(localFiles(page));
  const skip = page.getByRole('button', { name: 'Skip' });
  await expect(skip).toBeFocused();
  const forAll = page.getByRole('checkbox', { name: /^Do the same for the others/ });
  await pressUntilFocused(page, 'Shift+Tab', forAll);
  await page.keyboard.press('Space');
  await expect(forAll).toBeChecked();
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Overwrite if' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'If it is newer' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectTransfersDone(page, 4);
  expect(localText(home, 'one.txt')).toBe('remote one');
  for (const name of ['two.txt', 'three.txt']) expect(localText(home, name)).toBe(`local ${name}`);
  await expect(
    (await transfersThat(page, 'Finished')).getByText('Skipped: Left as it was: the file there is not older.'),
  ).toHaveCount(2);
});

test('always for a site: the answer becomes its rule, and nothing is asked any more', async ({
  home,
  server,
  page,
}) => {
  const editor = await openSiteEditor(page, server);
  await editor.getByRole('button', { name: 'Save' }).click();
  await connectToSite(page, server);
  await rowOf(remoteFiles(page), 'one.txt').dragTo(localFiles(page));
  const question = page.getByRole('dialog', { name: '“one.txt” is there already' });
  await question.getByRole('checkbox', { name: 'Always do so when downloading from The harbour' }).check();
  await question.getByRole('button', { name: 'Overwrite', exact: true }).click();
  await expectTransfersDone(page, 1);
  await rowOf(remoteFiles(page), 'two.txt').dragTo(localFiles(page));
  await expectTransfersDone(page, 2);
  expect(localText(home, 'two.txt')).toBe('remote two');

  await page.getByRole('button', { name: 'The harbour', description: 'tester@127.0.0.1' }).press('F2');
  const again = page.getByRole('dialog', { name: 'Edit site' });
  await turnTo(again, 'Existing files');
  await expect(again.getByRole('option', { name: '1: Downloads: Overwrite' })).toBeVisible();
});

test('rules of the preferences, made and put in order by keyboard, answer without a question', async ({
  home,
  server,
  page,
}) => {
  await page.getByRole('button', { name: 'Preferences' }).click();
  const preferences = page.getByRole('dialog', { name: 'Preferences' });
  await turnTo(preferences, 'Existing files');
  const add = preferences.getByRole('button', { name: 'Add rule' });
  await add.focus();
  await page.keyboard.press('Enter');
  await add.press('Enter');
  await choose(page, preferences, 'What to do', 'Skip');
  await preferences.getByLabel('Names').fill('two.*; three.*');
  const rules = preferences.getByRole('listbox', { name: 'Rules, in their order' });
  await expect(rules.getByRole('option')).toHaveText(['1 Every file Overwrite', '2 two.*; three.* Skip']);
  await rules.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rules.getByRole('option')).toHaveText(['1 two.*; three.* Skip', '2 Every file Overwrite']);
  await expect(preferences.getByRole('status').filter({ hasText: 'Rule 1 of 2' })).toBeAttached();
  await preferences.getByRole('button', { name: 'Close' }).click();

  await connect(page, server, 'No encryption');
  const remote = remoteFiles(page);
  await rowOf(remote, 'four.txt').click();
  await remote.press('Control+a');
  await rowOf(remote, 'four.txt').dragTo(localFiles(page));
  await expectTransfersDone(page, 4);
  expect(localText(home, 'one.txt')).toBe('remote one');
  for (const name of ['two.txt', 'three.txt']) expect(localText(home, name)).toBe(`local ${name}`);
});

test('rules are put in order by drag, and taken out', async ({ page }) => {
  await page.getByRole('button', { name: 'Preferences' }).click();
  const preferences = page.getByRole('dialog', { name: 'Preferences' });
  await turnTo(preferences, 'Existing files');
  for (const names of ['a*', 'b*', 'c*']) {
    await preferences.getByRole('button', { name: 'Add rule' }).click();
    await preferences.getByLabel('Names').fill(names);
  }
  const rules = preferences.getByRole('option');
  await expect(rules).toHaveText(['1 a* Overwrite', '2 b* Overwrite', '3 c* Overwrite']);
  await expect(rules.nth(2)).toHaveAccessibleName('3: c*: Overwrite');
  await rules.nth(2).dragTo(rules.nth(0));
  await expect(rules).toHaveText(['1 c* Overwrite', '2 a* Overwrite', '3 b* Overwrite']);
  await preferences.getByRole('listbox').press('Delete');
  await expect(rules).toHaveText(['1 a* Overwrite', '2 b* Overwrite']);
  await preferences.getByRole('button', { name: 'Move down' }).click();
  await expect(rules).toHaveText(['1 b* Overwrite', '2 a* Overwrite']);
  for (let left = 2; left > 0; left--) await preferences.getByRole('button', { name: 'Remove' }).click();
  await expect(preferences.getByText('No rules: you are asked.')).toBeVisible();
});

const pressUntilFocused = async (page: Page, key: string, control: Locator): Promise<void> => {
  for (let presses = 0; presses < 12; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(control).toBeFocused();
};
