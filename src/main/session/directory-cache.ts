import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { createDirectoryTable, type DirectoryTable } from './directory-table.ts';

/** Milliseconds for which a listing is taken for the truth without asking the server again. */
export const FRESH_MS = 60_000;
/** Directories and rows kept of one site; beyond either the longest unused go. */
export const CACHE_DIRECTORIES = 200;
export const CACHE_ROWS = 500_000;

/** Lists one directory of the server, telling of entries as they arrive. */
export type ListDirectory = (
  path: Pathname,
  signal: AbortSignal,
  onEntries: (entries: readonly FileEntry[]) => void,
) => Promise<ListingSummary>;

/** Follows one listing. Whoever takes it must release it: a listing that nobody follows any more is broken off. */
export interface Following {
  readonly table: DirectoryTable;
  release(): void;
}

/**
 * How old a listing may be: `now`, the server is asked again; `recent`, a minute; `known`, whatever is here, as where only
 * its names are to be read otherwise.
 */
export type Freshness = 'now' | 'recent' | 'known';

export interface DirectoryCache {
  /** The listing of `path`, known or asked for now; requests for the same directory share one listing. */
  follow(path: Pathname, freshness: Freshness): Following;
  /** Something changed in `path`: it and everything under it is asked for again. */
  forget(path: Pathname): void;
  clear(): void;
}

interface Known {
  readonly table: DirectoryTable;
  readonly stop: AbortController;
  followers: number;
  finishedMs: number | null;
}

const keyOf = (path: Pathname): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** The listings of one site by their path. */
export const createDirectoryCache = (list: ListDirectory, now: () => number = Date.now): DirectoryCache => {
  // A Map keeps its order: the first is the longest unused.
  const known = new Map<string, Known>();

  const drop = (key: string, entry: Known): void => {
    if (known.get(key) === entry) known.delete(key);
  };

  const trim = (): void => {
    let rows = 0;
    for (const entry of known.values()) rows += entry.table.rows.length;
    for (const [key, entry] of known) {
      if (known.size <= CACHE_DIRECTORIES && rows <= CACHE_ROWS) return;
      if (entry.finishedMs === null || entry.followers > 0) continue;
      rows -= entry.table.rows.length;
      known.delete(key);
    }
  };

  const begin = (key: string, path: Pathname): Known => {
    const filled = createDirectoryTable();
    const entry: Known = { table: filled.table, stop: new AbortController(), followers: 0, finishedMs: null };
    known.set(key, entry);
    void list(path, entry.stop.signal, filled.push).then(
      (summary) => {
        entry.finishedMs = now();
        filled.finish(summary);
        trim();
      },
      (error: unknown) => {
        entry.finishedMs = now();
        drop(key, entry);
        filled.fail(error);
      },
    );
    return entry;
  };

  const usable = (key: string, freshness: Freshness): Known | undefined => {
    const entry = known.get(key);
    if (!entry) return undefined;
    // A listing that is still arriving is as fresh as can be, whoever asked for it.
    if (entry.finishedMs === null) return entry.stop.signal.aborted ? undefined : entry;
    if (freshness === 'known') return entry;
    return freshness === 'recent' && now() - entry.finishedMs < FRESH_MS ? entry : undefined;
  };

  return {
    follow: (path, freshness) => {
      const key = keyOf(path);
      const entry = usable(key, freshness) ?? begin(key, path);
      if (known.delete(key)) known.set(key, entry);
      entry.followers += 1;
      let released = false;
      return {
        table: entry.table,
        release: () => {
          if (released) return;
          released = true;
          entry.followers -= 1;
          if (entry.followers > 0 || entry.finishedMs !== null) return;
          drop(key, entry);
          entry.stop.abort();
        },
      };
    },
    forget: (path) => {
      const key = keyOf(path);
      const below = key === '/' ? '/' : `${key}/`;
      for (const other of [...known.keys()]) {
        if (other === key || other.startsWith(below)) known.delete(other);
      }
    },
    clear: () => {
      for (const entry of known.values()) entry.stop.abort();
      known.clear();
    },
  };
};
