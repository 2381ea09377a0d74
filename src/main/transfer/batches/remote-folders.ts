import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { unlessRefused } from '../server/refusal.ts';
import { RecentFolders } from './recent-folders.ts';

type Entries = Map<string, FileEntry>;

/** Null: the server refuses to list it. */
interface Folder {
  readonly entries: Promise<Entries | null>;
  readonly readAt: number;
}

/** Folders of a batch that are remembered: files of one folder come one after the other. */
const REMEMBERED = 32;

/** Milliseconds for which a listing is taken to show everything: others may write to the same server. */
const RECENT = 5_000;

/**
 * What stands in the folders a batch uploads to: each is listed once, however many files go there, and one the batch
 * made itself is known to be empty. Sizes, times and permissions of what is there come with it.
 */
export class RemoteFolders {
  readonly #folders = new RecentFolders<Folder>(REMEMBERED);

  /** The folder was made just now, so nothing is in it. */
  made(path: Pathname): void {
    this.#folders.set(path, { entries: Promise.resolve(new Map()), readAt: performance.now() });
  }

  /**
   * Whether a name that `entries` does not hold is surely not there: not where the listing is of some time ago, and
   * not a name beginning with a dot, which many servers leave out.
   */
  showsAll(path: Pathname, name: string): boolean {
    return !name.startsWith('.') && performance.now() - (this.#folders.get(path)?.readAt ?? 0) < RECENT;
  }

  /** A file was put there. */
  async placed(path: Pathname, entry: FileEntry): Promise<void> {
    (await this.#folders.get(path)?.entries)?.set(entry.name, entry);
  }

  /**
   * The entries of a folder by name; null where the server refuses to list it.
   * Faults: all of the engine's but a refusal by reply.
   */
  async entries(
    connection: UserFtp,
    path: Pathname,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, FileEntry> | null> {
    const known = this.#folders.get(path);
    if (known) return await known.entries;
    const listing = unlessRefused(list(connection, path, signal));
    this.#folders.set(path, { entries: listing, readAt: performance.now() });
    try {
      return await listing;
    } catch (thrown) {
      this.#folders.delete(path);
      throw thrown;
    }
  }
}

const list = async (connection: UserFtp, path: Pathname, signal: AbortSignal): Promise<Entries> => {
  const found = new Map<string, FileEntry>();
  await connection.list(path, {
    signal,
    onEntries: (entries) => {
      for (const entry of entries) found.set(entry.name, entry);
    },
  });
  return found;
};
