import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { unlessRefused } from './refusal.ts';

/**
 * How long a file on the server is: by SIZE, else by the listing of its folder. `absent` where the folder can be
 * listed and the file is not in it; `unknown` where the server tells neither.
 * Faults: the engine's where they concern the connection.
 */
export const remoteSize = async (
  connection: UserFtp,
  path: Pathname,
  signal: AbortSignal,
): Promise<number | 'absent' | 'unknown'> => {
  const size = await unlessRefused(connection.size(path));
  if (size !== null) return size;
  const name = baseName(path);
  const found: FileEntry[] = [];
  const listing = await unlessRefused(
    connection.list(parentPathname(path), {
      signal,
      onEntries: (entries) => {
        for (const entry of entries) if (entry.name === name) found.push(entry);
      },
    }),
  );
  if (listing === null) return 'unknown';
  return found[0] ? (found[0].size ?? 'unknown') : 'absent';
};
