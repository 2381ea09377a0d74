import { createCipheriv, createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface PlannedFile {
  readonly path: string;
  readonly size: number;
  /** The size of another file that stands in its place; null: none does. */
  readonly replaced: number | null;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** 150 files: 90 in a tree, 60 beside it, of every size from nothing to tens of MiB, every tenth in place of another. */
export const planFiles = (prefix: string, random: () => number): readonly PlannedFile[] =>
  Array.from({ length: 150 }, (_, index) => {
    const size = sizeOf(index, random);
    const isReplaced = index % 10 === 5;
    const name = `${isReplaced ? 'replaced' : 'new'}-${index}.bin`;
    const folder = index % 5 < 3 ? `${prefix}-tree/${index % 7}/${index % 4}` : '';
    return { path: join(folder, name), size, replaced: isReplaced ? (index % 20 === 5 ? size : size + 7) : null };
  });

const sizeOf = (index: number, random: () => number): number => {
  if (index % 37 === 3) return Math.round((9 + 9 * random()) * MIB);
  if (index % 6 === 2) return Math.round((0.5 + 3 * random()) * MIB);
  if (index % 15 === 1) return 0;
  return Math.round(random() ** 3 * 400 * KIB);
};

/** Writes the files under a folder, each with content of its own, and answers their digests by path. */
export const plantFiles = async (
  folder: string,
  files: readonly PlannedFile[],
): Promise<ReadonlyMap<string, string>> => {
  const digests = new Map<string, string>();
  for (const { path, size } of files) digests.set(path, await plantFile(join(folder, path), path, size));
  return digests;
};

/** Writes what is to be replaced. */
export const plantOld = async (folder: string, files: readonly PlannedFile[]): Promise<void> => {
  for (const { path, replaced } of files)
    if (replaced !== null) await plantFile(join(folder, path), `old ${path}`, replaced);
};

const plantFile = async (path: string, name: string, size: number): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  const key = createHash('sha256').update(name).digest();
  const content = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
  await writeFile(path, content);
  return digestOf(content);
};

/** The digests of all files under a folder, by their paths in it. */
export const digestsIn = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const digests = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    digests.set(relative(folder, path), digestOf(await readFile(path)));
  }
  return digests;
};

const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
