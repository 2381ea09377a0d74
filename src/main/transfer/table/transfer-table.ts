import {
  LIST_OF,
  PRIORITIES,
  type Priority,
  type TransferId,
  type TransferList,
  type TransferState,
} from '#shared/model/transfer.ts';
import type { Batch } from '../batches/batch.ts';
import { KnownRows } from '../kept/known-rows.ts';
import { QueueCounts } from '../kept/queue-counts.ts';
import { endOfRank, firstRank, priorityOf, STEP } from '../kept/rank.ts';
import type { KeptRow } from '../kept/row-record.ts';
import { both, type RowStore, type Where } from '../kept/row-store.ts';
import type { FolderTally } from '../kept/tally.ts';
import { Unwritten } from '../kept/unwritten.ts';
import { createRow, type NewRow, type TransferRow } from '../rows/transfer-row.ts';
import { ReadyRows, type Verdict } from './ready-rows.ts';

const DROPPED_AT_ONCE = 500;

const TOLD: ReadonlySet<TransferState> = new Set(['done', 'skipped', 'failed', 'unknown']);

/** What the table needs of the rest of the queue. */
export interface TableParts {
  readonly store: RowStore;
  /** Whether the store is there in the next run of the program. */
  readonly outlasts: boolean;
  /** Makes a row of what was kept: its batch and the servers it goes between. */
  readonly revive: (kept: KeptRow) => TransferRow;
  /** Called after every change. */
  readonly changed?: () => void;
  /** Called when a row is done, skipped, failed or of unknown outcome. */
  readonly finished?: (row: TransferRow) => void;
}

/**
 * The rows of the queue in their order, with everything that is asked of all of them kept up to date at each change. The
 * rows are in the store; in memory are those somebody works on, waits with or looks at, and the next ones of each account.
 */
export class TransferTable {
  readonly store: RowStore;
  readonly counts = new QueueCounts();
  readonly #revive: (kept: KeptRow) => TransferRow;
  readonly #changed: () => void;
  readonly #finished: (row: TransferRow) => void;
  readonly #known = new KnownRows();
  readonly #unwritten: Unwritten;
  readonly #ready = new Map<string, ReadyRows>();
  readonly #lastRank = new Map<Priority, number>();
  /** The rows that were looked at last: nobody else may hold them. */
  #looked: readonly TransferRow[] = [];
  /** To be taken out of the store, many together. */
  readonly #dropped = new Set<TransferId>();
  #lastId: number;

  version = 0;

  constructor({ store, outlasts, revive, changed = () => {}, finished = () => {} }: TableParts) {
    this.store = store;
    this.#revive = revive;
    this.#changed = changed;
    this.#finished = finished;
    this.#unwritten = new Unwritten(store, outlasts);
    this.#lastId = store.lastId();
    for (const priority of PRIORITIES) {
      const last = store.rankBefore(endOfRank(priority), firstRank(priority));
      this.#lastRank.set(priority, last ?? firstRank(priority));
    }
  }

  get(id: TransferId): TransferRow | undefined {
    const known = this.#known.get(id);
    if (known) return known;
    // The store may still have it as it was while it was at work.
    if (this.#dropped.has(id)) return undefined;
    const kept = this.store.get(id);
    return kept && this.#hold(kept);
  }

  /** The rows in memory: all that are at work, asked about, or wait for another try among them. */
  known(): readonly TransferRow[] {
    return this.#known.all();
  }

  /** Rows `offset` to `offset + count` of a list in its order. */
  page(list: TransferList | 'all', offset: number, count: number): readonly TransferRow[] {
    this.flush();
    const start = this.counts.blocks.find(list, offset);
    if (start === null) return [];
    const ids = this.store.idsOfPage(list, start.rank, start.skip, count);
    const known = ids.map((id) => this.#known.get(id));
    // The same rows are looked at again and again.
    this.#looked = known.every((row) => row !== undefined)
      ? known
      : this.hold(this.store.page(list, start.rank, start.skip, count));
    return this.#looked;
  }

  add(fresh: NewRow): TransferRow {
    const priority = fresh.priority ?? (fresh.root ? priorityOf(fresh.root.rank) : 'normal');
    const row = createRow(++this.#lastId, this.nextRank(priority), fresh);
    this.#known.add(row);
    this.counts.add(row);
    this.#unwritten.add(row);
    if (row.state === 'waiting') this.startable(row);
    this.touch();
    if (TOLD.has(row.state)) this.#finished(row);
    return row;
  }

  setState(row: TransferRow, state: TransferState): void {
    this.counts.change(row, () => {
      row.state = state;
    });
    const list = LIST_OF[state];
    row.finishedMs = list === 'queue' ? null : Date.now();
    this.#unwritten.add(row);
    if (state === 'waiting') this.startable(row);
    this.touch();
    if (list !== 'queue') this.folderIsPerhapsDone(row.rootId);
    if (TOLD.has(state)) this.#finished(row);
  }

  setSize(row: TransferRow, size: number | null): void {
    if (row.size === size) return;
    this.counts.change(row, () => {
      row.size = size;
    });
    this.changed(row);
  }

  setTransferred(row: TransferRow, transferred: number): void {
    if (row.transferred === transferred) return;
    this.counts.change(row, () => {
      row.transferred = transferred;
    });
    this.touch();
  }

  /** The row can be started (again): looking for one begins with it at the latest. */
  startable(row: TransferRow): void {
    if (row.startsMs === null || row.startsMs <= Date.now()) this.#readyOf(row.sessionId).startable(row);
  }

  /** The first waiting row of an account that `judge` takes; see `Verdict`. */
  next(sessionId: string, judge: (row: TransferRow) => Verdict): TransferRow | null {
    return this.#readyOf(sessionId).next(judge);
  }

  /** How many rows of an account wait. */
  waiting(sessionId: string): number {
    return this.counts.tally.waiting(sessionId);
  }

  /** What is under a folder. */
  folder({ id }: TransferRow): Readonly<FolderTally> {
    return this.counts.tally.folder(id);
  }

  /** Rows of a batch that are not finished. */
  openIn({ id }: Batch): number {
    return this.counts.tally.openInBatch(id);
  }

  /** Something of a row changed that is to be kept. */
  changed(row: TransferRow): void {
    // One that was taken out meanwhile is not to come back.
    if (this.#known.get(row.id) !== row) return;
    this.#unwritten.add(row);
    this.touch();
  }

  /** Has the row in a store that outlasts the program before anything else happens. */
  keep(row: TransferRow): void {
    if (this.#known.get(row.id) === row) this.#unwritten.writeNow(row);
  }

  /** Settles when not much is left to write: whoever adds many rows waits for it in between. */
  room(): Promise<void> {
    return this.#unwritten.room();
  }

  /** Takes rows out. */
  remove(rows: readonly TransferRow[]): void {
    for (const row of rows) {
      this.counts.remove(row);
      this.#known.delete(row.id);
      this.#unwritten.delete(row.id);
    }
    this.store.remove(rows.map(({ id }) => id));
    this.touch();
  }

  /** Something changed that is not kept. */
  touch(): void {
    this.version++;
    this.#changed();
  }

  /** Has the store as the rows are. */
  flush(): void {
    this.#unwritten.flush();
    this.#removeDropped();
  }

  /** Rows of the store as objects: those that are in memory already, else new ones. */
  hold(kept: readonly KeptRow[]): readonly TransferRow[] {
    return kept.map((one) => this.#known.get(one.id) ?? this.#hold(one));
  }

  /** The next rows are read from the store again: many have changed, or their order. */
  readAgain(): void {
    for (const ready of this.#ready.values()) ready.forget();
    this.touch();
  }

  /** A folder is done when the last file in it is. */
  folderIsPerhapsDone(rootId: TransferId | null): void {
    if (rootId === null) return;
    const { files, finished, failed } = this.counts.tally.folder(rootId);
    if (finished + failed < files) return;
    const root = this.get(rootId);
    if (root?.state === 'moving') this.setState(root, 'done');
  }

  /** The rank behind all of a priority. */
  nextRank(priority: Priority): number {
    const rank = (this.#lastRank.get(priority) ?? firstRank(priority)) + STEP;
    this.#lastRank.set(priority, rank);
    return rank;
  }

  /** The lowest priority that anything has. */
  lastPriority(): Priority {
    return PRIORITIES.findLast((priority) => (this.#lastRank.get(priority) ?? 0) > firstRank(priority)) ?? 'normal';
  }

  /** Puts a row elsewhere; to be followed by `readAgain`. */
  setRank(row: TransferRow, rank: number): void {
    this.counts.change(row, () => {
      row.rank = rank;
    });
    this.#unwritten.add(row);
  }

  /** The row is to begin at a time, or when it is its turn; to be followed by `readAgain`. */
  setStart(row: TransferRow, startsMs: number | null): void {
    row.startsMs = startsMs;
    this.#unwritten.add(row);
  }

  /** When the first of the waiting rows that are to begin after a time is; null: there is none. */
  earliestStart(afterMs: number): number | null {
    this.#unwritten.flush();
    return this.store.earliestStart(afterMs);
  }

  /** The highest id there was. */
  get lastId(): number {
    return this.#lastId;
  }

  /** Nobody is to get this row any more where `condition` still holds for it in the store. */
  forgetRemoved(row: TransferRow, condition: Where): void {
    if (this.store.ids(both(condition, { sql: 'transfer_id = ?', values: [row.id] }), 0, 1).length > 0) {
      this.#known.delete(row.id);
    }
  }

  /** The row is over and nobody will look at it again: it is still counted, and not in any list. */
  drop(row: TransferRow): void {
    this.counts.unlist(row);
    this.#known.delete(row.id);
    this.#unwritten.delete(row.id);
    this.#dropped.add(row.id);
    if (this.#dropped.size >= DROPPED_AT_ONCE) this.#removeDropped();
  }

  /** Keeps in the store what is in memory; nothing is written afterwards. */
  close(): void {
    this.#unwritten.flush();
    this.#unwritten.stop();
  }

  #removeDropped(): void {
    if (this.#dropped.size === 0) return;
    this.store.remove(this.#dropped);
    this.#dropped.clear();
  }

  #hold(kept: KeptRow): TransferRow {
    const row = this.#revive(kept);
    this.#known.add(row);
    return row;
  }

  #readyOf(account: string): ReadyRows {
    const known = this.#ready.get(account);
    if (known) return known;
    const ready = new ReadyRows((rank, count) => {
      this.flush();
      return this.hold(this.store.waiting(Number(account), rank, Date.now(), count));
    });
    this.#ready.set(account, ready);
    return ready;
  }
}
