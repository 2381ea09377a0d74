import { baseName, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { CommandSession } from './command-session.ts';
import { isRemoteDirectory } from './remote-kind.ts';
import { pathOn } from './url-operand.ts';
import { UsageError } from './usage-error.ts';

/** Where files arrive on a server: in a folder, and under which name where the URL names one that is not there. */
export interface RemotePlace {
  readonly folder: Pathname;
  readonly as: string | null;
}

/**
 * What a target URL means, as with cp: a folder that is there takes the files under their own names, anything else is
 * the name of the one.
 *
 * @throws UsageError where it cannot take `several`
 */
export const remotePlace = async (server: CommandSession, url: FtpUrl, several: boolean): Promise<RemotePlace> => {
  const connection = await server.browser();
  const target = pathOn(url, connection.home);
  const isFolder = namesFolder(url) || (await isRemoteDirectory(connection, target));
  if (isFolder) return { folder: target, as: null };
  if (several) throw new UsageError(`${target} is no folder on the server, so it cannot take several files`);
  return { folder: parentPathname(target), as: baseName(target) };
};

/** Whether the URL itself says that it is a folder. */
export const namesFolder = (url: FtpUrl): boolean => url.path === '' || url.path.endsWith('/');
