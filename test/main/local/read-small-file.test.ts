import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSmallFile } from '../../../src/main/local/read-small-file.ts';
import { scratchFolder } from './scratch-folder.ts';

test('all of a file', async () => {
  const path = join(await scratchFolder(), 'small');
  await writeFile(path, 'all of it');
  expect(Buffer.from(await readSmallFile(path)).toString()).toBe('all of it');
});

test.each([
  ['that is not there', 'missing', 'not-found'],
  ['that is a folder', '.', 'is-a-directory'],
] as const)('one %s', async (_, name, cause) => {
  await expect(readSmallFile(join(await scratchFolder(), name))).rejects.toMatchObject({
    fault: { kind: 'local-file', cause, stage: 'connecting' },
  });
});

test('one that is far larger than meant', async () => {
  const path = join(await scratchFolder(), 'large');
  await writeFile(path, Buffer.alloc(1024 * 1024 + 1));
  await expect(readSmallFile(path)).rejects.toMatchObject({ fault: { kind: 'local-file', cause: 'other', path } });
});
