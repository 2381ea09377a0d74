import { FaultError } from '#shared/fault.ts';
import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../ftp/engine.ts';
import { unlessRefused } from '../transfer/server/refusal.ts';
import { isRemoteDirectory } from './remote-kind.ts';

/**
 * The entry of a pathname in the directory that holds it; null where it is not listed there, or that directory is
 * refused. Servers refuse to list a file itself, or list it as a directory's only entry, or are silent.
 */
export const findEntry = async (
  connection: UserFtp,
  path: Pathname,
  signal: AbortSignal,
): Promise<FileEntry | null> => {
  const name = baseName(path);
  let found: FileEntry | null = null;
  await unlessRefused(
    connection.list(parentPathname(path), {
      signal,
      onEntries: (entries) => {
        found ??= entries.find((entry) => entry.name === name) ?? null;
      },
    }),
  );
  return found;
};

/**
 * All that the server tells of one pathname. The time of a file is MDTM's where the listing leaves its zone open.
 * Faults: the refusal of what is not there; `listing: incomplete` where the server neither lists it nor says why.
 */
export const lookUpRemote = async (connection: UserFtp, path: Pathname, signal: AbortSignal): Promise<FileEntry> => {
  if (path === '/') return bareEntry(path, 'directory');
  const entry = (await findEntry(connection, path, signal)) ?? (await unlistedEntry(connection, path));
  if (entry.type !== 'file' || entry.modified?.zone === 'utc') return entry;
  const epochMs = await unlessRefused(connection.modified(path));
  return epochMs === null ? entry : { ...entry, modified: { epochMs, precision: 'second', zone: 'utc' } };
};

/** Names with a dot before them, which many listings leave out, and what lies in a directory that cannot be listed. */
const unlistedEntry = async (connection: UserFtp, path: Pathname): Promise<FileEntry> => {
  const name = baseName(path);
  if (await isRemoteDirectory(connection, path)) return bareEntry(name, 'directory');
  const size = await connection.size(path);
  if (size !== null) return bareEntry(name, 'file', size);
  const detail = `the server does not list ${name}`;
  throw new FaultError({ kind: 'listing', stage: 'preparing', reason: 'incomplete', detail });
};
