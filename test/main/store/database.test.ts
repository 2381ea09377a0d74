import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '../../../src/main/store/database.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'longshore-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const version = (database: DatabaseSync): unknown => database.prepare('PRAGMA user_version').get();

describe('opening the store', () => {
  test('makes it with the newest schema, and finds it again', () => {
    const file = path.join(folder, 'longshore.db');
    const first = openDatabase(file);
    first.exec("INSERT INTO preference (name, value) VALUES ('a', '1')");
    first.close();
    const second = openDatabase(file);
    expect(version(second)).toEqual({ user_version: MIGRATIONS.length });
    expect(second.prepare('SELECT value FROM preference').all()).toMatchObject([{ value: '1' }]);
    expect(second.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    second.close();
  });

  test('lets nobody else read it', () => {
    const file = path.join(folder, 'longshore.db');
    const database = openDatabase(file);
    // Windows knows no such bits; there the folder of the person is closed to others.
    const expected = process.platform === 'win32' ? 0o666 : 0o600;
    for (const each of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(each).mode & 0o777).toBe(expected);
    database.close();
  });

  test('refuses a file of a newer program and leaves it as it is', () => {
    const file = path.join(folder, 'longshore.db');
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    expect(() => openDatabase(file)).toThrow('not-supported');
    const again = new DatabaseSync(file);
    expect(version(again)).toEqual({ user_version: MIGRATIONS.length + 1 });
    again.close();
  });
});

describe('migrating', () => {
  test('takes only the steps that are missing', () => {
    const database = new DatabaseSync(':memory:');
    const steps = ['CREATE TABLE a (x);', 'CREATE TABLE b (x);', 'INSERT INTO a VALUES (1);'];
    migrate(database, steps.slice(0, 1));
    migrate(database, steps);
    expect(version(database)).toEqual({ user_version: 3 });
    expect(database.prepare('SELECT x FROM a').all()).toMatchObject([{ x: 1 }]);
    database.close();
  });

  test('that fails leaves the step before', () => {
    const database = new DatabaseSync(':memory:');
    expect(() =>
      migrate(database, ['CREATE TABLE a (x);', 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);']),
    ).toThrow('nowhere');
    database.exec('ROLLBACK');
    expect(version(database)).toEqual({ user_version: 1 });
    expect(() => database.exec('SELECT * FROM b')).toThrow('no such table');
    database.close();
  });
});
