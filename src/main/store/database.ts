import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { FaultError } from '#shared/fault.ts';
import { MIGRATIONS } from './migrations.ts';

/** The file in userData that holds everything that is kept. */
export const DATABASE_NAME = 'longshore.db';

const versionOf = (database: DatabaseSync): number => {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
};

/**
 * Brings a store up to the newest schema, each step in a transaction of its own.
 * Faults: `refused-here: not-supported` where a newer version of the program has written the file.
 */
export const migrate = (database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void => {
  const version = versionOf(database);
  if (version > migrations.length) {
    const detail = `the store is of version ${version}, this program knows ${migrations.length}`;
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail });
  }
  for (const [step, sql] of migrations.entries()) {
    if (step < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${step + 1}; COMMIT;`);
  }
};

/**
 * Opens the store, making and migrating it where need be.
 * @param file a path, or `:memory:`
 */
export const openDatabase = (file: string): DatabaseSync => {
  // Made before SQLite does, which gives its other files (-wal, -shm) the permissions of this one. The store names hosts
  // and users: nobody else on the machine has a business reading it.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    // WAL with NORMAL loses no committed row to a crash of the program, only the last ones to a loss of power.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    migrate(database);
    if (file !== ':memory:' && process.platform !== 'win32') chmodSync(file, 0o600);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
};
