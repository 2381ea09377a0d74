import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { storeWords } from '../../../src/main/window/store-words.ts';

const DAY = new Date('2026-11-26T10:00:00Z');
const PAGE = 4096;

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'longshore-store-'));
  file = path.join(folder, 'longshore.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store with a site and so many preferences, as a program that ended well leaves it. */
const filled = (preferences: number): void => {
  const database = openDatabase(file);
  database.exec("INSERT INTO site (site_id, name, settings) VALUES ('a', 'The harbour', '{}')");
  const put = database.prepare('INSERT INTO preference (name, value) VALUES (?, ?)');
  database.exec('BEGIN');
  for (let count = 0; count < preferences; count += 1) put.run(`preference ${count}`, 'x'.repeat(500));
  database.exec('COMMIT');
  database.close();
};

const overwrite = (at: number, length: number): void => {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(length, 0xa5), 0, length, at);
  closeSync(opened);
};

describe('opening the store', () => {
  test('that is as it should be changes nothing', () => {
    filled(3);
    const { database, salvage } = openStore(file, DAY);
    expect(salvage).toBeNull();
    expect(database.prepare('SELECT count(*) AS count FROM preference').get()).toEqual({ count: 3 });
    database.close();
    expect(readdirSync(folder)).toEqual(['longshore.db']);
  });

  test('that is no database any more begins a new one and keeps the file', () => {
    writeFileSync(file, 'not a database at all, and long enough to be looked at'.repeat(100));
    const content = readFileSync(file);
    const { database, salvage } = openStore(file, DAY);
    expect(salvage).toEqual({ brokenFile: `${file}.broken-2026-11-26`, complete: false });
    expect(database.prepare('SELECT count(*) AS count FROM site').get()).toEqual({ count: 0 });
    database.close();
    expect(readFileSync(`${file}.broken-2026-11-26`).equals(content)).toBe(true);
  });

  test('with a page that makes no sense keeps all that lies before and behind it', () => {
    filled(400);
    const pages = readFileSync(file).length / PAGE;
    overwrite(PAGE * Math.floor(pages / 2), PAGE);
    const { database, salvage } = openStore(file, DAY);
    expect(salvage?.complete).toBe(false);
    expect(database.prepare('SELECT name FROM site').all()).toEqual([{ name: 'The harbour' }]);
    const { count } = database.prepare('SELECT count(*) AS count FROM preference').get() as { count: number };
    expect(count).toBeGreaterThan(300);
    expect(count).toBeLessThan(400);
    database.close();
  });

  test('damaged twice on a day overwrites no file that was kept', () => {
    for (const content of ['first'.repeat(1_000), 'second'.repeat(1_000)]) {
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      writeFileSync(file, content);
      openStore(file, DAY).database.close();
    }
    expect(readFileSync(`${file}.broken-2026-11-26`, 'latin1')).toContain('first');
    expect(readFileSync(`${file}.broken-2026-11-26-2`, 'latin1')).toContain('second');
  });

  test('that cannot be opened for another reason says so and touches nothing', () => {
    expect(() => openStore(path.join(folder, 'nowhere', 'longshore.db'), DAY)).toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a person is told where the damaged file is, and whether anything is lost', () => {
  const brokenFile = path.join(folder, 'longshore.db.broken-2026-11-26');
  for (const choice of ['en', 'de', 'ja', 'zh-CN'] as const) {
    const all = storeWords(choice, [], { brokenFile, complete: true });
    const some = storeWords(choice, [], { brokenFile, complete: false });
    for (const words of [all, some]) expect(words).toContain('longshore.db.broken-2026-11-26');
    expect(all).not.toBe(some);
  }
});
