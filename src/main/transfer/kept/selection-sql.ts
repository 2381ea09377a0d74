import { LIST_OF, TRANSFER_STATES, type TransferSelection } from '#shared/model/transfer.ts';
import { whereOf } from './query-sql.ts';
import { both, EVERYTHING, inStates, type Where } from './row-store.ts';

/** Which rows a command is for: those that are named, and what is in a folder that is named. */
export const selected = (selection: TransferSelection): Where => {
  if (selection === 'all') return EVERYTHING;
  if ('query' in selection) return whereOf(selection.query);
  if ('siteOf' in selection) {
    const sql = 'account_id = (SELECT account_id FROM transfer WHERE transfer_id = ?)';
    return { sql, values: [selection.siteOf] };
  }
  const ids = JSON.stringify(selection);
  return {
    sql: `transfer_id IN (SELECT value FROM json_each(?)) OR root_id IN (SELECT value FROM json_each(?))`,
    values: [ids, ids],
  };
};

/** Those of them that are neither over nor given up. */
export const stillToDo = (selection: TransferSelection): Where =>
  both(selected(selection), inStates(TRANSFER_STATES.filter((state) => LIST_OF[state] === 'queue')));

export const withIds = (ids: readonly number[]): Where => ({
  sql: 'transfer_id IN (SELECT value FROM json_each(?))',
  values: [JSON.stringify(ids)],
});

/** Rows that left something half done. */
export const WITH_LEFTOVER: Where = { sql: `rest LIKE '%"leftover":%'`, values: [] };

/** Rows of an account that were given up while nobody was connected to remove what they left on its server. */
export const stillToRemove = (account: string): Where => ({
  sql: `account_id = ? AND ${inStates(['cancelled']).sql} AND rest LIKE '%"removable":true%'`,
  values: [Number(account)],
});

export const WITHOUT_LEFTOVER: Where = { sql: `rest NOT LIKE '%"leftover":%'`, values: [] };
