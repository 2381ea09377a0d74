import { type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../ftp/engine.ts';
import { isRefusal } from '../transfer/server/refusal.ts';
import { isRemoteDirectory } from './remote-kind.ts';

/**
 * Makes a directory and those above it that are missing. One that is there already is as good: no reply code says so,
 * therefore what MKD refuses is looked for.
 * Faults: the refusal of the first that cannot be made; those of the connection.
 */
export const makeWithParents = async (connection: UserFtp, path: Pathname): Promise<void> => {
  try {
    await connection.makeDirectory(path);
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    if (await isRemoteDirectory(connection, path)) return;
    const parent = parentPathname(path);
    if (parent === path || (await isRemoteDirectory(connection, parent))) throw thrown;
    await makeWithParents(connection, parent);
    await connection.makeDirectory(path);
  }
};
