import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import type { Names } from '../../session/names/session-names.ts';
import type { Job } from '../rows/job.ts';

type Entries = ReadonlyMap<Pathname, FileEntry>;

interface Index {
  readonly size: number;
  readonly byText: ReadonlyMap<string, Pathname>;
}

const indexes = new WeakMap<Entries, Index>();

const BEYOND_ASCII = /[^\u0020-\u007E]/;

/**
 * The entry of a server's folder that a person takes for the same name: macOS gives `é` as `e` with an accent (NFD),
 * most servers have it in one piece (NFC), and names of one text may be in two encodings.
 */
export const findTwin = (entries: Entries, name: string, names: Names): FileEntry | null => {
  if (!BEYOND_ASCII.test(name)) return null;
  const known = indexes.get(entries);
  const index = known?.size === entries.size ? known : indexOf(entries, names);
  indexes.set(entries, index);
  const twin = index.byText.get(name.normalize('NFC'));
  return twin === undefined ? null : (entries.get(twin) ?? null);
};

const indexOf = (entries: Entries, names: Names): Index => {
  const byText = new Map<string, Pathname>();
  for (const name of entries.keys()) if (BEYOND_ASCII.test(name)) byText.set(names.read(name).normalize('NFC'), name);
  return { size: entries.size, byText };
};

/**
 * Where a folder goes on the server: to the one that is there under the same name composed otherwise, else to a new one.
 * Faults: `refused-here: bad-input` for a name that the server's encoding does not have; the engine's.
 */
export const folderPath = async ({ row, run, connection }: Job, above: Pathname, name: string): Promise<Pathname> => {
  const { names, folders } = row.batch;
  const path = joinPathname(above, names.write(name));
  if (!BEYOND_ASCII.test(name)) return path;
  const entries = await folders.entries(connection, above, run.abort.signal);
  const twin = entries === null || entries.has(names.write(name)) ? null : findTwin(entries, name, names);
  return twin === null ? path : joinPathname(above, twin.name);
};
