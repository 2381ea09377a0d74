import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { test as base, expect } from './fixtures.ts';
import { connect, expectTransfersDone, localFiles, remoteFiles, rowOf, transfersThat } from './person.ts';

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
  await question.getByRole('button', { name: 'Overwrite' }).click();
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
  await expect(question.getByLabel('New name, for renaming')).toHaveValue('one (2).txt');
  await question.getByRole('button', { name: 'Rename' }).click();
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
  await question.getByRole('button', { name: 'Overwrite' }).click();
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
