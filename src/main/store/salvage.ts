import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Row = Readonly<Record<string, SQLInputValue>>;

/**
 * Copies to a new store what can be read of a damaged one, table by table, row by row from both ends: behind a page that
 * makes no sense there are others that do.
 *
 * @returns whether every table of it was there and could be read to the end
 */
export const copyReadable = (brokenFile: string, to: DatabaseSync): boolean => {
  let from: DatabaseSync;
  try {
    from = new DatabaseSync(brokenFile, { readOnly: true });
  } catch {
    return false;
  }
  let complete = true;
  try {
    // In the order in which they were made: whatever a row refers to is there before it.
    for (const table of tablesOf(to)) if (!copyTable(from, to, table)) complete = false;
  } finally {
    from.close();
  }
  return complete;
};

const tablesOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .all()
    .map(({ name }) => String(name));

const copyTable = (from: DatabaseSync, to: DatabaseSync, table: string): boolean => {
  const known = new Set(
    to
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => String(name)),
  );
  const put = (row: Row): boolean => {
    const columns = Object.keys(row).filter((column) => known.has(column));
    const values = columns.map((column) => row[column] ?? null);
    const marks = columns.map(() => '?').join(', ');
    try {
      to.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...values);
      return true;
    } catch {
      // It refers to a row that could not be read, or holds what this table does not take.
      return false;
    }
  };
  to.exec('BEGIN');
  try {
    return copyRows(from, `SELECT * FROM ${table} ORDER BY rowid`, put) || rest(from, table, put);
  } finally {
    to.exec('COMMIT');
  }
};

/** What lies behind the damage; some is missing in any case. */
const rest = (from: DatabaseSync, table: string, put: (row: Row) => boolean): false => {
  copyRows(from, `SELECT * FROM ${table} ORDER BY rowid DESC`, put);
  return false;
};

/** @returns whether all rows could be read and were taken */
const copyRows = (from: DatabaseSync, sql: string, put: (row: Row) => boolean): boolean => {
  let all = true;
  try {
    for (const row of from.prepare(sql).iterate()) if (!put(row as Row)) all = false;
    return all;
  } catch {
    return false;
  }
};
