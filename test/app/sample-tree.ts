import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A folder as people have them: 200 files, nested, with spaces, umlauts and Japanese in names, one empty, one of
 * 256 MiB. Every file has a modification time of its own, whole seconds in the past, so that a lost one shows.
 */
const FOLDERS = ['', 'with space', 'Übung & Größe', '写真/二〇二六年', 'a/b/c/d', "it's #1 [draft]", '-dash first'];
const FILE_COUNT = 200;
const LARGE_BYTES = 256 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;
const OLDEST_SECOND = Date.UTC(2024, 1, 29, 23, 59, 58) / 1000;

export const makeSampleTree = async (root: string): Promise<void> => {
  for (let index = 0; index < FILE_COUNT; index++) {
    const folder = path.join(root, FOLDERS[index % FOLDERS.length] ?? '');
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, nameOf(index));
    if (index === 1) await writeLargeFile(file);
    else await writeFile(file, index === 0 ? '' : randomBytes(1 + ((index * 7919) % 60_000)));
    const modified = OLDEST_SECOND + index * 86_413;
    await utimes(file, modified, modified);
  }
};

const nameOf = (index: number): string => {
  if (index === 0) return 'empty file.txt';
  if (index === 1) return 'large.bin';
  const stem = ['plain', 'Straße nach Köln', 'レポート', 'two  spaces', 'ünïcödé'][index % 5];
  return `${stem} ${index}.dat`;
};

const writeLargeFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'w');
  const chunk = randomBytes(CHUNK_BYTES);
  for (let written = 0; written < LARGE_BYTES; written += CHUNK_BYTES) {
    // Each chunk differs from the one before, so that two chunks in the wrong order are found out.
    chunk.writeUInt32LE(written, 0);
    await handle.write(chunk);
  }
  await handle.close();
};

/** What a tree amounts to: path -> content and time, for one comparison of the whole. */
export interface TreeFacts {
  readonly [relativePath: string]: { readonly bytes: number; readonly sha256: string; readonly modifiedSecond: number };
}

export const factsOfTree = async (root: string): Promise<TreeFacts> => {
  const facts: Record<string, TreeFacts[string]> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(file);
    facts[path.relative(root, file)] = {
      bytes: size,
      sha256: await sha256Of(file),
      modifiedSecond: Math.floor(mtimeMs / 1000),
    };
  }
  return facts;
};

/** The same without the times, for servers that cannot keep them. */
export const withoutTimes = (facts: TreeFacts): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([name, { bytes, sha256 }]) => [name, `${bytes} ${sha256}`]));

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
};
