import { describe, expect, test } from 'vitest';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import {
  CACHE_DIRECTORIES,
  CACHE_ROWS,
  createDirectoryCache,
  FRESH_MS,
  type ListDirectory,
} from '../../../src/main/session/directory-cache.ts';
import { entry, lostConnection, SUMMARY } from './fake-user-ftp.ts';

interface Asked {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onEntries: (entries: readonly FileEntry[]) => void;
  readonly finish: (summary: ListingSummary) => void;
  readonly fail: (error: Error) => void;
}

const cacheWithServer = () => {
  const asked: Asked[] = [];
  let nowMs = 0;
  const list: ListDirectory = (path, signal, onEntries) => {
    const { promise, resolve, reject } = Promise.withResolvers<ListingSummary>();
    asked.push({ path, signal, onEntries, finish: resolve, fail: reject });
    return promise;
  };
  const cache = createDirectoryCache(list, () => nowMs);
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  /** Follows `path` and lets the server finish at once. */
  const know = async (path: string): Promise<void> => {
    const { table, release } = cache.follow(path, 'recent');
    asked.at(-1)?.finish(SUMMARY);
    await table.grown(Number.POSITIVE_INFINITY, null);
    release();
  };
  return { cache, asked, pass, know };
};

describe('a listing', () => {
  test('is asked for once by all who want it at the same time', () => {
    const { cache, asked } = cacheWithServer();
    const first = cache.follow('/a', 'recent');
    const second = cache.follow('/a/', 'now');
    asked[0]?.onEntries([entry('x')]);
    expect(asked).toHaveLength(1);
    expect(first.table).toBe(second.table);
    expect(second.table.rows).toHaveLength(1);
  });

  test('is known for a while', async () => {
    const { cache, asked, pass, know } = cacheWithServer();
    await know('/a');
    pass(FRESH_MS - 1);
    expect(cache.follow('/a', 'recent').table.finished).toBe(true);
    expect(asked).toHaveLength(1);
    pass(1);
    expect(cache.follow('/a', 'recent').table.finished).toBe(false);
    expect(asked).toHaveLength(2);
  });

  test('is asked for again where a refresh is wanted', async () => {
    const { cache, asked, know } = cacheWithServer();
    await know('/a');
    cache.follow('/a', 'now');
    expect(asked).toHaveLength(2);
  });

  test('that failed is not known', async () => {
    const { cache, asked } = cacheWithServer();
    const { table } = cache.follow('/a', 'recent');
    asked[0]?.fail(lostConnection());
    await table.grown(Number.POSITIVE_INFINITY, null);
    cache.follow('/a', 'recent');
    expect(asked).toHaveLength(2);
  });

  test('is broken off when the last who followed it has gone', () => {
    const { cache, asked } = cacheWithServer();
    const first = cache.follow('/a', 'recent');
    const second = cache.follow('/a', 'recent');
    first.release();
    first.release();
    expect(asked[0]?.signal.aborted).toBe(false);
    second.release();
    expect(asked[0]?.signal.aborted).toBe(true);
    cache.follow('/a', 'recent');
    expect(asked).toHaveLength(2);
  });

  test('that is over is not broken off by anybody leaving', async () => {
    const { asked, know } = cacheWithServer();
    await know('/a');
    expect(asked[0]?.signal.aborted).toBe(false);
  });
});

describe('forgetting a directory', () => {
  test('forgets it and what is under it, and nothing beside it', async () => {
    const { cache, asked, know } = cacheWithServer();
    for (const path of ['/a', '/a/b', '/ab', '/']) await know(path);
    cache.forget('/a/');
    for (const path of ['/a', '/a/b', '/ab', '/']) cache.follow(path, 'recent');
    expect(asked.slice(4).map(({ path }) => path)).toEqual(['/a', '/a/b']);
  });

  test('makes a listing under way good only for who follows it already', () => {
    const { cache, asked } = cacheWithServer();
    cache.follow('/a', 'recent');
    cache.forget('/a');
    cache.follow('/a', 'recent');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  });
});

test('only so many directories are kept, the longest unused go first', async () => {
  const { cache, asked, know } = cacheWithServer();
  for (let index = 0; index < CACHE_DIRECTORIES; index += 1) await know(`/${index}`);
  cache.follow('/0', 'recent').release();
  await know('/new');
  cache.follow('/0', 'recent');
  expect(asked).toHaveLength(CACHE_DIRECTORIES + 1);
  cache.follow('/1', 'recent');
  expect(asked).toHaveLength(CACHE_DIRECTORIES + 2);
});

test('only so many rows are kept, but never taken from who is reading them', async () => {
  const { cache, asked, know } = cacheWithServer();
  const huge = cache.follow('/huge', 'recent');
  asked[0]?.onEntries(new Array<FileEntry>(CACHE_ROWS + 1).fill(entry('x')));
  asked[0]?.finish(SUMMARY);
  await huge.table.grown(Number.POSITIVE_INFINITY, null);
  await know('/a');
  const again = cache.follow('/huge', 'recent');
  expect(again.table).toBe(huge.table);
  huge.release();
  again.release();
  await know('/b');
  expect(cache.follow('/huge', 'recent').table).not.toBe(huge.table);
});
