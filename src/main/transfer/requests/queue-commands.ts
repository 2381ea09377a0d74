import { isLeft } from '#shared/fault.ts';
import type { Priority, TransferId, TransferSelection, TransferState } from '#shared/model/transfer.ts';
import type { Sessions } from '../../session/session-access.ts';
import type { AccountKey } from '../batches/accounts.ts';
import { both, inStates, type Where } from '../kept/row-store.ts';
import { selected, stillToRemove, WITH_LEFTOVER, WITHOUT_LEFTOVER, withIds } from '../kept/selection-sql.ts';
import type { Ending, TransferRow } from '../rows/transfer-row.ts';
import type { RowWork } from '../scheduling/row-work.ts';
import type { BulkChanges } from '../table/bulk-changes.ts';
import { moveRows, prioritizeRow } from '../table/reorder.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import { canTakeAnotherName, takeAnotherName } from './another-name.ts';

const OPEN: readonly TransferState[] = ['waiting', 'moving', 'paused', 'asking'];
const CLEARED_WITH_ALL: readonly TransferState[] = ['done', 'skipped', 'cancelled'];
const CLEARED: readonly TransferState[] = [...CLEARED_WITH_ALL, 'failed', 'unknown'];
const RETRIED_WITH_ALL: readonly TransferState[] = ['failed', 'unknown'];
const RETRIED: readonly TransferState[] = [...RETRIED_WITH_ALL, 'skipped', 'cancelled'];

/** What a person does with transfers that are in the queue. */
export class QueueCommands {
  readonly #table: TransferTable;
  readonly #bulk: BulkChanges;
  readonly #work: RowWork;
  readonly #sessions: Sessions;

  constructor(parts: {
    readonly table: TransferTable;
    readonly bulk: BulkChanges;
    readonly work: RowWork;
    readonly sessions: Sessions;
  }) {
    this.#table = parts.table;
    this.#bulk = parts.bulk;
    this.#work = parts.work;
    this.#sessions = parts.sessions;
  }

  pause(selection: TransferSelection): void {
    const where = selected(selection);
    for (const row of this.#live(where)) {
      if (row.state === 'active') abort(row, 'paused');
      else {
        this.#work.release(row);
        this.#table.setState(row, 'paused');
      }
    }
    this.#bulk.change(where, ['waiting'], 'paused');
  }

  resume(selection: TransferSelection): void {
    const where = selected(selection);
    for (const row of this.#live(where)) {
      if (row.pause === null) continue;
      this.#work.release(row);
      this.#table.startable(row);
      this.#table.touch();
    }
    this.#bulk.change(where, ['paused'], 'waiting');
  }

  cancel(selection: TransferSelection): void {
    const where = selected(selection);
    for (const row of this.#live(where)) {
      if (row.state === 'active') abort(row, 'cancelled');
      else this.#giveUp(row);
    }
    this.#bulk.each(both(where, inStates(OPEN), WITH_LEFTOVER), (row) => this.#giveUp(row));
    this.#bulk.change(both(where, WITHOUT_LEFTOVER), OPEN, 'cancelled');
  }

  /** Removes from the server of an account, which is connected, what was given up while nobody was. */
  removeLeft(account: string): void {
    this.#bulk.each(stillToRemove(account), (row) => void this.#work.discard(row));
  }

  /** @returns the accounts of those that are tried again */
  retry(selection: TransferSelection, allowClear: boolean): readonly AccountKey[] {
    const where = both(selected(selection), inStates(selection === 'all' ? RETRIED_WITH_ALL : RETRIED));
    this.#table.flush();
    const accounts = this.#table.store.accountsOf(where);
    this.#bulk.each(where, (row) => {
      // A folder whose files were all there is not read again for one of them.
      if (row.kind === 'folder' && row.pending?.length === 0 && row.state !== 'failed') return;
      if (row.state === 'skipped') row.batch.remembered = null;
      // Nobody can say what became of it, so it is not gone on with.
      if (row.state === 'unknown') row.leftover = null;
      if (allowClear && row.from !== null) row.from = { ...row.from, allowClear };
      // What a rule or an answer for all has left is for the person to decide now.
      row.decision = row.fault !== null && isLeft(row.fault) ? { action: 'ask', newName: null } : null;
      Object.assign(row, { fault: null, tries: { used: 0, furthest: 0 } });
      this.#table.setState(row, 'waiting');
    });
    return accounts;
  }

  /** Has a failed file tried again under another name. Faults: see `takeAnotherName`. @returns its account; null: it was none */
  async retryUnderName(id: TransferId, name: string): Promise<AccountKey | null> {
    const row = this.#table.get(id);
    if (row === undefined || !canTakeAnotherName(row)) return null;
    if (!(await takeAnotherName(row, name, this.#sessions.get(row.sessionId)))) return null;
    Object.assign(row, { fault: null, decision: null, tries: { used: 0, furthest: 0 } });
    this.#table.setState(row, 'waiting');
    return row.sessionId;
  }

  clear(selection: TransferSelection): void {
    const states = selection === 'all' ? CLEARED_WITH_ALL : CLEARED;
    const where = selected(selection);
    this.#bulk.each(both(where, inStates(states), WITH_LEFTOVER), (row) => void this.#work.discard(row));
    this.#bulk.remove(where, states);
  }

  move(ids: readonly TransferId[], before: TransferId | null): void {
    moveRows(this.#table, ids, before);
  }

  prioritize(selection: TransferSelection, priority: Priority): void {
    this.#bulk.each(selected(selection), (row) => prioritizeRow(this.#table, row, priority));
    this.#bulk.afterwards(() => this.#table.readAgain());
  }

  schedule(selection: TransferSelection, startsMs: number | null): void {
    if (startsMs !== null && startsMs > Date.now()) {
      for (const row of this.#live(selected(selection))) {
        row.startsMs = startsMs;
        abort(row, 'interrupted');
      }
    }
    this.#bulk.each(both(selected(selection), inStates(['waiting', 'paused'])), (row) =>
      this.#table.setStart(row, startsMs),
    );
    this.#bulk.afterwards(() => this.#table.readAgain());
  }

  /** Rows that something is under way with: a run, a question, a pause before the next try. */
  #live(where: Where): readonly TransferRow[] {
    const live = this.#table
      .known()
      .filter((row) => row.state === 'active' || row.state === 'asking' || row.pause !== null);
    if (live.length === 0) return [];
    this.#table.flush();
    const ids = new Set(this.#table.store.ids(both(where, withIds(live.map(({ id }) => id))), 0, live.length));
    return live.filter(({ id }) => ids.has(id));
  }

  #giveUp(row: TransferRow): void {
    this.#work.release(row);
    this.#table.setState(row, 'cancelled');
    if (row.leftover !== null) void this.#work.discard(row);
  }
}

export const abort = (row: TransferRow, ending: Ending): void => {
  if (!row.run) return;
  row.run.ending = ending;
  row.run.abort.abort();
};
