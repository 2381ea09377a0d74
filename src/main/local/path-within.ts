import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { asLocalFault, isErrno, localFault, locally } from './local-fault.ts';
import { localName } from './local-name.ts';
import { systemPath } from './local-path.ts';

/**
 * `folder` and a name from a server as one local path, directly inside `folder` whatever the name is.
 * Faults: `refused-here: unsafe-name`, `local-file: name-not-possible`.
 */
export const pathWithin = (folder: string, name: Pathname, platform: NodeJS.Platform = process.platform): string =>
  join(folder, localName(name, platform));

/**
 * Makes the folder `name` inside `folder` where it is not there yet, and answers its path. A symbolic link in its
 * place is refused: a server could have had us make the link first and then write through it to anywhere on the disk.
 * Faults: as pathWithin; `refused-here: through-link`; `local-file`.
 */
export const makeFolderWithin = async (folder: string, name: Pathname): Promise<string> => {
  const path = pathWithin(folder, name);
  try {
    await mkdir(systemPath(path));
    return path;
  } catch (thrown) {
    if (!isErrno(thrown, 'EEXIST')) throw asLocalFault(thrown, path);
  }
  const there = await locally(path, 'preparing', () => lstat(systemPath(path)));
  if (there.isSymbolicLink()) {
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'through-link', detail: path });
  }
  if (!there.isDirectory()) throw localFault('not-a-directory', path, 'a file stands where the folder should be made');
  return path;
};
