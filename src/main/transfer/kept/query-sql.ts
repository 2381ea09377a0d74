import type { DatabaseSync } from 'node:sqlite';
import type { TransferQuery } from '#shared/model/transfer.ts';
import { keepText } from './kept-text.ts';
import { both, EVERYTHING, type Where } from './row-store.ts';
import { directionNumber, LIST_STATES, stateNumber } from './state-number.ts';

/** SQLite's own `lower` knows the letters of ASCII only. */
export const addFolding = (database: DatabaseSync): void =>
  database.function('folded', { deterministic: true }, (text) => String(text).toLowerCase());

/** Which rows a view shows. The database has to have `folded`. */
export const whereOf = ({ list, text, direction, state }: TransferQuery): Where => {
  const [first, last] = LIST_STATES[list];
  return both(
    list === 'all' ? EVERYTHING : { sql: 'state BETWEEN ? AND ?', values: [first, last] },
    direction === null ? EVERYTHING : { sql: 'direction = ?', values: [directionNumber(direction)] },
    state === null ? EVERYTHING : { sql: 'state = ?', values: [stateNumber(state)] },
    text === '' ? EVERYTHING : containing(text.toLowerCase()),
  );
};

const containing = (text: string): Where => ({
  sql: `instr(folded(name || char(10) || local_path || char(10) || remote_path), ?) > 0
    OR account_id IN (SELECT account_id FROM transfer_account WHERE instr(folded(title), ?) > 0)`,
  values: [keepText(text), text],
});

/** The ids of the rows that a view shows, in its order. */
export const idsSql = (query: TransferQuery): Where => {
  const { sql, values } = whereOf(query);
  const way = query.sort.descending ? 'DESC' : 'ASC';
  return {
    sql: `SELECT transfer_id FROM transfer WHERE ${sql} ORDER BY ${KEYS[query.sort.by]} ${way}, rank ${way}`,
    values,
  };
};

const KEYS: Readonly<Record<TransferQuery['sort']['by'], string>> = {
  order: 'rank',
  name: 'folded(name)',
  site: '(SELECT folded(title) FROM transfer_account WHERE transfer_account.account_id = transfer.account_id)',
  size: 'size',
  state: 'state',
  added: 'added_ms',
  finished: 'finished_ms',
};

/** What `idsSql` finds, as numbers side by side: a million of them are eight megabytes. */
export const findIds = (database: DatabaseSync, { sql, values }: Where): Float64Array => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  // The types of node:sqlite do not know that rows come as arrays now.
  const found = statement.all(...values) as unknown as readonly (readonly [number])[];
  return Float64Array.from(found, ([id]) => id);
};
