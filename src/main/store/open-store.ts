import { existsSync, renameSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './database.ts';
import { copyReadable } from './salvage.ts';

/** What became of a store that was damaged. */
export interface Salvage {
  /** Where the damaged file is now. */
  readonly brokenFile: string;
  /** Whether all of its tables could be read to the end. */
  readonly complete: boolean;
}

export interface OpenedStore {
  readonly database: DatabaseSync;
  /** Null: it was as it should be. */
  readonly salvage: Salvage | null;
}

/** SQLite's codes: a page of it makes no sense; it is no database at all. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Bytes. A larger file is not looked through at each start: what is damaged in it shows where it is read. */
const LOOKED_THROUGH = 32 * 1024 * 1024;

/**
 * Opens the store. One that is damaged is moved aside, and what can still be read of it goes to a new one: a program that
 * does not start any more would be the loss of everything.
 *
 * @param now names the file that is moved aside
 * Faults: as `openDatabase`, where the file is not damaged and cannot be opened all the same.
 */
export const openStore = (file: string, now = new Date()): OpenedStore => {
  try {
    const database = openDatabase(file);
    if (isSound(database, file)) return { database, salvage: null };
    database.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  const brokenFile = moveAside(file, now.toISOString().slice(0, 10));
  const database = openDatabase(file);
  return { database, salvage: { brokenFile, complete: copyReadable(brokenFile, database) } };
};

const isSound = (database: DatabaseSync, file: string): boolean => {
  if (statSync(file).size > LOOKED_THROUGH) return true;
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch (error) {
    database.close();
    throw error;
  }
};

const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  // The lowest byte is the kind, the rest says more.
  [CORRUPT, NOT_A_DATABASE].includes(error.errcode & 0xff);

/** Its write-ahead log goes along: the newest of what it holds is in there. */
const moveAside = (file: string, date: string): string => {
  let aside = `${file}.broken-${date}`;
  for (let count = 2; existsSync(aside); count += 1) aside = `${file}.broken-${date}-${count}`;
  for (const ending of ['', '-wal', '-shm']) if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  return aside;
};
