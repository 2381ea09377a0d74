import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { TransferId, TransferList, TransferState } from '#shared/model/transfer.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { fromRecord, type KeptRow, type RowRecord, toRecord } from './row-record.ts';
import { LIST_STATES, stateNumber } from './state-number.ts';

const COLUMNS = [
  'transfer_id',
  'batch_id',
  'account_id',
  'root_id',
  'state',
  'rank',
  'direction',
  'kind',
  'name',
  'local_path',
  'remote_path',
  'size',
  'transferred',
  'added_ms',
  'starts_ms',
  'finished_ms',
  'rest',
] as const satisfies readonly (keyof RowRecord)[];

/** Rows that have all of these in common, and what they are together. */
export interface RowGroup {
  readonly account_id: number;
  readonly batch_id: number;
  readonly root_id: number | null;
  readonly state: number;
  readonly block: number;
  readonly count: number;
  readonly size: number;
  readonly transferred: number;
}

/** The rows of the queue in `longshore.db`, one statement a question. Nothing here is kept in memory. */
export class RowStore {
  readonly #database: DatabaseSync;
  readonly #put: StatementSync;
  readonly #get: StatementSync;
  readonly #waiting: StatementSync;
  readonly #page: StatementSync;
  readonly #idsOfPage: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const changes = COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`);
    this.#put = database.prepare(
      `INSERT INTO transfer (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
       ON CONFLICT (transfer_id) DO UPDATE SET ${changes.join(', ')}`,
    );
    this.#get = database.prepare('SELECT * FROM transfer WHERE transfer_id = ?');
    this.#waiting = database.prepare(
      `SELECT * FROM transfer WHERE account_id = ? AND state = 0 AND rank > ? AND (starts_ms IS NULL OR starts_ms <= ?)
       ORDER BY rank LIMIT ?`,
    );
    const page = 'FROM transfer WHERE state BETWEEN ? AND ? AND rank >= ? ORDER BY rank LIMIT ? OFFSET ?';
    this.#page = database.prepare(`SELECT * ${page}`);
    this.#idsOfPage = database.prepare(`SELECT transfer_id ${page}`);
    this.#remove = database.prepare('DELETE FROM transfer WHERE transfer_id = ?');
  }

  /** Writes rows, new ones and changed ones, all of them or none. */
  put(rows: Iterable<TransferRow>): void {
    this.#atOnce(() => {
      for (const row of rows) {
        const record = toRecord(row);
        this.#put.run(...COLUMNS.map((column) => record[column]));
      }
    });
  }

  remove(ids: Iterable<TransferId>): void {
    this.#atOnce(() => {
      for (const id of ids) this.#remove.run(id);
    });
  }

  get(id: TransferId): KeptRow | undefined {
    return rowOf(this.#get.get(id));
  }

  /** The next waiting rows of an account behind `rank`, but for those that are to begin later than `now`. */
  waiting(accountId: number, rank: number, now: number, count: number): readonly KeptRow[] {
    return this.#waiting.all(accountId, rank, now, count).map(known);
  }

  /** Rows of a list from `rank` on, after the first `skip` of them. */
  page(list: TransferList | 'all', rank: number, skip: number, count: number): readonly KeptRow[] {
    return this.#page.all(...LIST_STATES[list], rank, count, skip).map(known);
  }

  /** The ids of the same rows, which cost a tenth of them. */
  idsOfPage(list: TransferList | 'all', rank: number, skip: number, count: number): readonly TransferId[] {
    return this.#idsOfPage.all(...LIST_STATES[list], rank, count, skip).map(idOf);
  }

  /** The rank of the row before `rank` in the same band, or behind all where there is none; null: none at all. */
  rankBefore(rank: number, from: number): number | null {
    const found = this.#database
      .prepare('SELECT max(rank) AS last FROM transfer WHERE rank < ? AND rank >= ?')
      .get(rank, from);
    return lastOf(found);
  }

  /** Rows in their order from `rank` on, up to `end`. */
  from(rank: number, end: number, count: number): readonly KeptRow[] {
    const sql = 'SELECT * FROM transfer WHERE rank >= ? AND rank < ? ORDER BY rank LIMIT ?';
    return this.#database.prepare(sql).all(rank, end, count).map(known);
  }

  /** The accounts that rows belong to. */
  accountsOf(where: Where): readonly string[] {
    const sql = `SELECT DISTINCT account_id FROM transfer WHERE ${where.sql}`;
    return this.#database
      .prepare(sql)
      .all(...where.values)
      .map((record) => String(record['account_id']));
  }

  /** The rows that were last found in a folder, newest first, of those before a row. */
  newestIn(rootId: TransferId, before: TransferId, count: number): readonly KeptRow[] {
    const sql = 'SELECT * FROM transfer WHERE root_id = ? AND transfer_id < ? ORDER BY transfer_id DESC LIMIT ?';
    return this.#database.prepare(sql).all(rootId, before, count).map(known);
  }

  lastId(): number {
    return lastOf(this.#database.prepare('SELECT max(transfer_id) AS last FROM transfer').get()) ?? 0;
  }

  /** Milliseconds since the epoch at which the first of the rows that wait for their time is to begin; null: none does. */
  earliestStart(after: number): number | null {
    const sql = 'SELECT min(starts_ms) AS last FROM transfer WHERE starts_ms > ? AND state = 0';
    return lastOf(this.#database.prepare(sql).get(after));
  }

  /** All rows with ids from `first` to `last` in groups, to be counted. */
  groups(firstId: number, lastId: number, blockWidth: number, where: Where = EVERYTHING): readonly RowGroup[] {
    const sql = `SELECT account_id, batch_id, root_id, state, rank / ${blockWidth} AS block, count(*) AS count,
        coalesce(sum(size), 0) AS size, sum(transferred) AS transferred
      FROM transfer WHERE transfer_id BETWEEN ? AND ? AND (${where.sql}) GROUP BY 1, 2, 3, 4, 5`;
    // What comes back are the columns named above, which the types of node:sqlite cannot know.
    return this.#database.prepare(sql).all(firstId, lastId, ...where.values) as unknown as readonly RowGroup[];
  }

  /** Gives all rows of a range of ids another state. */
  change(firstId: number, lastId: number, where: Where, to: TransferState, finishedMs: number | null): void {
    const sql = `UPDATE transfer SET state = ?, finished_ms = ?
      WHERE transfer_id BETWEEN ? AND ? AND (${where.sql})`;
    this.#database.prepare(sql).run(stateNumber(to), finishedMs, firstId, lastId, ...where.values);
  }

  removeRange(firstId: number, lastId: number, where: Where): void {
    const sql = `DELETE FROM transfer WHERE transfer_id BETWEEN ? AND ? AND (${where.sql})`;
    this.#database.prepare(sql).run(firstId, lastId, ...where.values);
  }

  /** Ids for which `where` holds, in the order of the queue, after `rank`. */
  ids(where: Where, afterId: number, count: number): readonly TransferId[] {
    const sql = `SELECT transfer_id FROM transfer WHERE transfer_id > ? AND (${where.sql}) ORDER BY transfer_id LIMIT ?`;
    const found = this.#database.prepare(sql).all(afterId, ...where.values, count);
    return found.map(idOf);
  }

  #atOnce(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (thrown) {
      this.#database.exec('ROLLBACK');
      throw thrown;
    }
  }
}

/** A condition on rows: SQL without the values in it, and these. */
export interface Where {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export const EVERYTHING: Where = { sql: '1', values: [] };

export const both = (...conditions: readonly Where[]): Where => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

export const inStates = (states: readonly TransferState[]): Where => ({
  sql: `state IN (${states.map(stateNumber).join(', ')})`,
  values: [],
});

const known = (record: unknown): KeptRow => fromRecord(record as RowRecord);

const rowOf = (record: unknown): KeptRow | undefined => (record === undefined ? undefined : known(record));

const idOf = (record: Readonly<Record<string, unknown>>): TransferId => Number(record['transfer_id']);

const lastOf = (record: unknown): number | null => (record as { readonly last: number | null }).last;
