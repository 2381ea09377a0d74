import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolderWithin } from '../../../src/main/local/path-within.ts';
import { scratchFolder } from './scratch-folder.ts';

test('a folder is made, and one that is there is used', async () => {
  const folder = await scratchFolder();
  expect(await makeFolderWithin(folder, 'new')).toBe(join(folder, 'new'));
  expect(await makeFolderWithin(folder, 'new')).toBe(join(folder, 'new'));
});

test('a link to a folder in its place is refused, whatever it points to', async () => {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'real'));
  await symlink(join(folder, 'real'), join(folder, 'link'));
  await symlink('nowhere', join(folder, 'broken'));
  for (const name of ['link', 'broken']) {
    await expect(makeFolderWithin(folder, name)).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'through-link' },
    });
  }
});

test('a file in its place is a fault', async () => {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolderWithin(folder, 'file')).rejects.toMatchObject({ fault: { cause: 'not-a-directory' } });
});
