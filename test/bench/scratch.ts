import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open } from 'node:fs/promises';
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

/** Makes a file of bytes that nothing can make shorter on their way. */
export const fillFile = async (path: string, bytes: number): Promise<void> => {
  const block = crypto.getRandomValues(new Uint8Array(2 ** 16));
  const pattern = Buffer.alloc(2 ** 22);
  for (let at = 0; at < pattern.length; at += block.length) pattern.set(block, at);
  const file = await open(path, 'w');
  for (let at = 0; at < bytes; at += pattern.length) await file.write(pattern, 0, Math.min(pattern.length, bytes - at));
  await file.close();
};
