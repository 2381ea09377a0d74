import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FILES_IN_A_FOLDER = 1_000;

/** Makes `files` empty files below `path`, 1,000 in each folder. */
export const makeTree = (path: string, files: number): void => {
  for (let index = 0; index < files; index++) {
    const folder = join(path, `folder ${Math.floor(index / FILES_IN_A_FOLDER)}`);
    if (index % FILES_IN_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
    closeSync(openSync(join(folder, `file ${index}.txt`), 'w'));
  }
};

/** How many files, not folders, there are below `path`. Folder by folder: all names at once are a lot for a million. */
export const countFiles = async (path: string): Promise<number> => {
  let count = 0;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) count += await countFiles(join(path, entry.name));
    else if (!entry.name.startsWith('.')) count += 1;
  }
  return count;
};
