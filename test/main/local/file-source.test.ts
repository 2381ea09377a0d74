import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileSource } from '../../../src/main/local/file-source.ts';
import { scratchFolder } from './scratch-folder.ts';

const readAll = async (source: { read(into: Uint8Array): Promise<number> }): Promise<string> => {
  const buffer = Buffer.alloc(4);
  let text = '';
  for (let length = await source.read(buffer); length > 0; length = await source.read(buffer)) {
    text += buffer.toString('utf8', 0, length);
  }
  return text;
};

test('a file is read from any byte on, more than once', async () => {
  const path = join(await scratchFolder(), 'a');
  await writeFile(path, '0123456789');
  const source = await openFileSource(path);
  expect(source.size).toBe(10);
  expect(await readAll(source.from(0))).toBe('0123456789');
  expect(await readAll(source.from(7))).toBe('789');
  await source.expectUnchanged();
  await source.close();
});

test('a file that grew while it was sent is told', async () => {
  const path = join(await scratchFolder(), 'a');
  await writeFile(path, '0123456789');
  const source = await openFileSource(path);
  await appendFile(path, 'x');
  await expect(source.expectUnchanged()).rejects.toMatchObject({ fault: { cause: 'changed-meanwhile' } });
  await source.close();
});

test('a folder is no file, and what is not there is not found', async () => {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'd'));
  await expect(openFileSource(join(folder, 'd'))).rejects.toMatchObject({ fault: { cause: 'is-a-directory' } });
  await expect(openFileSource(join(folder, 'x'))).rejects.toMatchObject({ fault: { cause: 'not-found' } });
});
