import { LIST_OF, type TransferState } from '#shared/model/transfer.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { blockOf, ListBlocks } from './list-blocks.ts';
import type { RowGroup } from './row-store.ts';
import { stateOf } from './state-number.ts';
import { type Counted, Tally } from './tally.ts';

/** What is counted of rows: together, and by where they stand in the lists. */
export class QueueCounts {
  readonly tally = new Tally();
  readonly blocks = new ListBlocks();

  add(row: TransferRow): void {
    this.tally.count(countedOf(row), 1);
    this.#place(row, 1);
  }

  remove(row: TransferRow): void {
    this.tally.count(countedOf(row), -1);
    this.#place(row, -1);
  }

  /** The row is in no list any more, and counted still. */
  unlist(row: TransferRow): void {
    this.#place(row, -1);
  }

  /** Does to a row whatever changes what is counted of it. */
  change(row: TransferRow, act: () => void): void {
    const { rank, state } = row;
    this.tally.count(countedOf(row), -1);
    act();
    this.tally.count(countedOf(row), 1);
    if (row.rank === rank && LIST_OF[row.state] === LIST_OF[state]) return;
    this.blocks.change(blockOf(rank), LIST_OF[state], -1);
    this.#place(row, 1);
  }

  addGroup(group: RowGroup): void {
    this.#countGroup(group, stateOf(group.state), 1);
  }

  removeGroup(group: RowGroup): void {
    this.#countGroup(group, stateOf(group.state), -1);
  }

  /** All rows of a group have another state. */
  changeGroup(group: RowGroup, to: TransferState): void {
    this.removeGroup(group);
    this.#countGroup(group, to, 1);
  }

  #place({ rank, state }: TransferRow, by: 1 | -1): void {
    this.blocks.change(blockOf(rank), LIST_OF[state], by);
  }

  #countGroup(group: RowGroup, state: TransferState, sign: 1 | -1): void {
    const { account_id: account, batch_id: batchId, root_id: rootId, count, size, transferred } = group;
    this.tally.count({ account: String(account), batchId, rootId, state, count, size, transferred }, sign);
    this.blocks.change(group.block, LIST_OF[state], sign * count);
  }
}

const countedOf = (row: TransferRow): Counted => ({
  account: row.sessionId,
  batchId: row.batch.id,
  rootId: row.rootId,
  state: row.state,
  count: 1,
  size: row.size ?? 0,
  transferred: row.transferred,
});
