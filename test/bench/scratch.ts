import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRoot, TESTER } from '../interop/servers/privilege.ts';
import { runCommand } from '../interop/servers/run-command.ts';

/** A folder in memory where there is such a place: it is not the disk that is to be measured. Servers may look in. */
export const makeScratch = async (): Promise<string> => {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'longshore-bench-'));
  await chmod(folder, 0o755);
  return folder;
};

export const removeScratch = async (folder: string): Promise<void> => {
  await runCommand(asRoot('rm', '-rf', folder));
};

/** Makes the folder anew; the servers' user may write there. */
export const emptyFolder = async (folder: string): Promise<void> => {
  await runCommand(asRoot('rm', '-rf', folder));
  await mkdir(folder);
  await runCommand(asRoot('chown', `${TESTER.uid}:${TESTER.gid}`, folder));
};
