import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { joinPathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../ftp/engine.ts';

type Browser = (signal: AbortSignal | null) => Promise<UserFtp>;

/** Whether a path says by itself where it leads: absolute, and without a way back up in it. */
const isPlain = (path: Pathname): boolean => path.startsWith('/') && !/\/\.{1,2}(\/|$)/.test(path);

/**
 * The absolute pathname of what a person typed, from the directory that login led to. Only what is relative or has
 * dots in it costs a CWD and a PWD: the server alone knows where those lead (`~`, `..` through a link).
 */
export const resolveDirectory = async (
  browser: Browser,
  path: Pathname,
  signal: AbortSignal | null,
): Promise<Pathname> => {
  if (isPlain(path)) return path;
  const connection = await browser(signal);
  // Not from the working directory: that is wherever the last listing happened to lead.
  const fromHome = path.startsWith('/') || path.startsWith('~') ? path : joinPathname(connection.home, path);
  return isPlain(fromHome) ? fromHome : connection.changeDirectory(fromHome);
};

/**
 * Lists on the connection for browsing. An idle connection is often found dead only when it is used: then the listing
 * is asked for once more on a new one, unless some of it has already been told.
 */
export const listOnBrowser = async (
  browser: Browser,
  path: Pathname,
  signal: AbortSignal,
  onEntries: (entries: readonly FileEntry[]) => void,
): Promise<ListingSummary> => {
  let told = false;
  const tell = (entries: readonly FileEntry[]): void => {
    told ||= entries.length > 0;
    onEntries(entries);
  };
  const connection = await browser(signal);
  try {
    return await connection.list(path, { signal, onEntries: tell });
  } catch (error) {
    const lost = error instanceof FaultError && error.fault.kind === 'control-connection';
    if (!lost || told || signal.aborted) throw error;
    return (await browser(signal)).list(path, { signal, onEntries: tell });
  }
};
