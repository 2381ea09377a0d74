import type { Priority, TransferId } from '#shared/model/transfer.ts';
import { endOfRank, firstRank, priorityOf, ranksBetween } from '../kept/rank.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Rows that are moved apart where there is no room between two; more of them where that is not enough. */
const MOVED_APART = 1_000;

/** Puts rows, which stay in their order, before another one, or behind all where there is none; they take its priority. */
export const moveRows = (table: TransferTable, ids: readonly TransferId[], before: TransferId | null): void => {
  const moved = new Set(ids);
  const rows = ids
    .map((id) => table.get(id))
    .filter((row) => row !== undefined)
    .sort((a, b) => a.rank - b.rank);
  const target = before === null ? undefined : table.get(before);
  if (rows.length === 0 || (before !== null && (target === undefined || moved.has(before)))) return;
  table.flush();
  if (target === undefined) {
    const priority = table.lastPriority();
    for (const row of rows) table.setRank(row, table.nextRank(priority));
  } else {
    putBefore(table, rows, target);
  }
  table.readAgain();
};

const putBefore = (table: TransferTable, rows: readonly TransferRow[], target: TransferRow): void => {
  const priority = priorityOf(target.rank);
  const after = table.store.rankBefore(target.rank, firstRank(priority)) ?? firstRank(priority);
  const ranks = ranksBetween(after, target.rank, rows.length);
  if (ranks) setRanks(table, rows, ranks);
  else moveApart(table, rows, target, after);
};

/** Many were put just here before: those behind move apart. */
const moveApart = (table: TransferTable, rows: readonly TransferRow[], target: TransferRow, after: number): void => {
  const endOfBand = endOfRank(priorityOf(target.rank));
  for (let count = MOVED_APART; ; count *= 10) {
    const behind = table.hold(table.store.from(target.rank, endOfBand, count + 1));
    const end = behind.length > count ? behind.at(-1)?.rank : undefined;
    const apart = behind.slice(0, count).filter((row) => !rows.includes(row));
    const together = [...rows, ...apart];
    const spread = ranksBetween(after, end ?? endOfBand, together.length);
    if (spread) setRanks(table, together, spread);
    if (spread || end === undefined) return;
  }
};

const setRanks = (table: TransferTable, rows: readonly TransferRow[], ranks: readonly number[]): void => {
  for (const [index, row] of rows.entries()) {
    const rank = ranks[index];
    if (rank !== undefined) table.setRank(row, rank);
  }
};

/** Puts a row behind all of a priority. */
export const prioritizeRow = (table: TransferTable, row: TransferRow, priority: Priority): void => {
  if (priorityOf(row.rank) !== priority) table.setRank(row, table.nextRank(priority));
};
