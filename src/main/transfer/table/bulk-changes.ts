import { LIST_OF, type TransferState } from '#shared/model/transfer.ts';
import { BLOCK } from '../kept/list-blocks.ts';
import { both, inStates, type Where } from '../kept/row-store.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Ids looked at in one turn: some milliseconds of work, so that nobody waits for a million rows to be changed. */
const SLICE = 500;

/** Rows that are changed one by one in one turn. */
const ROWS_AT_ONCE = 100;

/**
 * What is done to many rows at once, a slice in a turn. One thing is done after the other, in the order it was asked for; the
 * first slice is done at once, so that a short queue is changed before whoever asked has an answer.
 */
export class BulkChanges {
  readonly #table: TransferTable;
  readonly #steps: (() => boolean)[] = [];
  readonly #idle: () => void;
  #finished: (() => void) | null = null;
  #turn: NodeJS.Immediate | null = null;
  #stopped = false;
  #started = false;
  #running = false;

  /** @param idle called whenever nothing is left to be changed */
  constructor(table: TransferTable, idle: () => void) {
    this.#table = table;
    this.#idle = idle;
  }

  /** From now on what is asked for is done; before that it waits, as the rows are not all counted yet. */
  start(): void {
    this.#started = true;
    if (this.#turn === null) this.#run();
  }

  /** Whether something is still being changed: no row is begun meanwhile. */
  get busy(): boolean {
    return !this.#started || this.#steps.length > 0;
  }

  /** Gives rows another state. Those that something is under way with are the caller's. */
  change(where: Where, from: readonly TransferState[], to: TransferState): void {
    const finishedMs = LIST_OF[to] === 'queue' ? null : Date.now();
    const roots = new Set<number>();
    this.#inSlices((first, last) => {
      const table = this.#table;
      const condition = both(where, inStates(from));
      table.flush();
      const groups = table.store.groups(first, last, BLOCK, condition);
      if (groups.length === 0) return;
      for (const group of groups) {
        table.counts.changeGroup(group, to);
        if (group.root_id !== null) roots.add(group.root_id);
      }
      table.store.change(first, last, condition, to, finishedMs);
      for (const row of table.known()) {
        if (row.id < first || row.id > last || !from.includes(row.state)) continue;
        const now = table.store.get(row.id)?.state;
        if (now === to) Object.assign(row, { state: to, finishedMs });
      }
      table.touch();
    });
    this.afterwards(() => {
      for (const root of roots) this.#table.folderIsPerhapsDone(root);
      this.#table.readAgain();
    });
  }

  /** Takes rows out. */
  remove(where: Where, states: readonly TransferState[]): void {
    this.#inSlices((first, last) => {
      const table = this.#table;
      const condition = both(where, inStates(states));
      table.flush();
      for (const group of table.store.groups(first, last, BLOCK, condition)) table.counts.removeGroup(group);
      for (const row of table.known()) {
        if (row.id >= first && row.id <= last && states.includes(row.state)) table.forgetRemoved(row, condition);
      }
      table.store.removeRange(first, last, condition);
      table.touch();
    });
    this.afterwards(() => this.#table.readAgain());
  }

  /** Does something to each row, in the order in which they were added. */
  each(where: Where, act: (row: TransferRow) => void): void {
    let after = 0;
    this.#add(() => {
      this.#table.flush();
      const ids = this.#table.store.ids(where, after, ROWS_AT_ONCE);
      for (const id of ids) {
        const row = this.#table.get(id);
        if (row) act(row);
      }
      after = ids.at(-1) ?? after;
      return ids.length < ROWS_AT_ONCE;
    });
  }

  /** Calls `done` once all that was asked for so far is done. */
  afterwards(done: () => void): void {
    this.#add(() => {
      done();
      return true;
    });
  }

  /**
   * Takes nothing more, and settles when what was asked for is done: whoever cancels a million and quits does not find half of
   * them waiting the next time. What waits for the rows to be counted is left.
   */
  async finish(): Promise<void> {
    this.#stopped = true;
    if (this.#started && this.busy) await new Promise<void>((resolve) => (this.#finished = resolve));
    this.#steps.length = 0;
  }

  #inSlices(work: (first: number, last: number) => void): void {
    let first = 1;
    this.#add(() => {
      work(first, first + SLICE - 1);
      first += SLICE;
      return first > this.#table.lastId;
    });
  }

  /** @param step is repeated, a turn each, until it answers that it is done */
  #add(step: () => boolean): void {
    if (this.#stopped) return;
    this.#steps.push(step);
    if (this.#started && this.#turn === null) this.#run();
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    this.#turn = null;
    for (let step = this.#steps.shift(); step; step = this.#steps.shift()) {
      if (step()) continue;
      this.#steps.unshift(step);
      this.#turn = setImmediate(() => this.#run());
      break;
    }
    this.#running = false;
    if (this.busy) return;
    this.#idle();
    this.#finished?.();
  }
}
