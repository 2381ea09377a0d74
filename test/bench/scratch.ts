import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder in memory where there is such a place: it is not the disk that is to be measured. Servers may look in. */
export const makeScratch = async (): Promise<string> => {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'longshore-bench-'));
  await chmod(folder, 0o755);
  return folder;
};

export const removeScratch = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
};
