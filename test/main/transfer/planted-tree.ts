import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a pattern that no two seeds share. */
export const bytes = (length: number, seed = 7): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => (index * seed + (index >> 8)) & 0xff));

/** Every file below a folder by its relative path: digest and time in seconds; folders as `null`. */
export const treeOf = async (folder: string): Promise<Record<string, string | null>> => {
  const found: Record<string, string | null> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    const digest = entry.isDirectory()
      ? null
      : createHash('sha256')
          .update(await readFile(path))
          .digest('hex');
    found[name] = digest && `${digest} ${Math.floor((await stat(path)).mtimeMs / 1_000)}`;
  }
  return found;
};

/** Nested files with odd names, empty folders, an empty file and one of 8 MiB, each with a time of its own. */
export const plantTree = async (folder: string, files: number): Promise<void> => {
  const names = ['plain.txt', 'mit leer.txt', 'Übergröße.txt', '日本語のファイル.txt', 'quo\'te".txt', 'per%cent#.txt'];
  for (let index = 0; index < files; index++) {
    const deep = join(folder, `ordner ${index % 5}`, '深いフォルダ', `level ${index % 3}`);
    await mkdir(deep, { recursive: true });
    const path = join(deep, `${index} ${names[index % names.length]}`);
    await writeFile(path, bytes((index * 977) % 9_000, index + 1));
    await utimes(path, 1_600_000_000 + index, 1_600_000_000 + index);
  }
  await mkdir(join(folder, 'leer', 'auch leer'), { recursive: true });
  await writeFile(join(folder, 'null bytes'), '');
  await utimes(join(folder, 'null bytes'), 1_500_000_000, 1_500_000_000);
  await writeFile(join(folder, 'big'), bytes(8 * 1_024 * 1_024));
  await utimes(join(folder, 'big'), 1_650_000_000, 1_650_000_000);
};
