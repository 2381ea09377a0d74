import type { DatabaseSync } from 'node:sqlite';
import { addFolding, findIds } from './query-sql.ts';
import type { Where } from './row-store.ts';

/** Finds the ids of rows by a statement; a million rows take it a second. */
export type FindIds = (statement: Where) => Promise<Float64Array>;

/** Finds them in this thread: for a store in memory, which no other thread can read. */
export const createFindIds = (database: DatabaseSync): FindIds => {
  addFolding(database);
  return async (statement) => findIds(database, statement);
};
