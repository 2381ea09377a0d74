import { baseName, type Pathname } from '#shared/ftp/pathname.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { UserFtp } from '../ftp/engine.ts';
import { asExact } from '../transfer/decisions/compare-sides.ts';
import type { NamedItem } from '../transfer/requests/transfer-queue.ts';
import { unlessRefused } from '../transfer/server/refusal.ts';
import { isRemoteDirectory } from './remote-kind.ts';

/**
 * What a URL names on its server, as the transfer queue takes it. A folder is looked for only where it may be one.
 *
 * @param as what to call it where it arrives; null: by its own name, and the root of a server, which has none, by its host
 */
export const remoteItem = async (
  connection: UserFtp,
  url: FtpUrl,
  path: Pathname,
  { recursive, as }: { readonly recursive: boolean; readonly as: string | null },
): Promise<NamedItem> => {
  const isDirectory = recursive && (await isRemoteDirectory(connection, path));
  // Known before, they tell whether a file that is there already can be the beginning of this one.
  const [size, modifiedMs] = isDirectory
    ? [null, null]
    : await Promise.all([unlessRefused(connection.size(path)), unlessRefused(connection.modified(path))]);
  return {
    name: baseName(path),
    type: isDirectory ? 'directory' : 'file',
    size,
    modifiedMs,
    modified: asExact(modifiedMs),
    as: as ?? (baseName(path) || url.host),
  };
};
