import type { SessionId } from '#shared/model/session.ts';
import { NO_TRANSFERS, PRIORITIES, type TransferId, type TransferState } from '#shared/model/transfer.ts';
import { createRow, type NewRow, type TransferRow } from './transfer-row.ts';

const UNFINISHED: ReadonlySet<TransferState> = new Set(['waiting', 'active', 'moving', 'asking', 'paused']);
const TOLD: ReadonlySet<TransferState> = new Set(['done', 'skipped', 'failed', 'unknown']);
const counted = (state: TransferState): boolean => state !== 'cancelled' && state !== 'skipped';

/**
 * What becomes of a waiting row that is looked at: it is taken, passed over until `startable` is said of it, or neither
 * it nor any row behind it is taken now.
 */
export type Verdict = 'take' | 'pass' | 'stop';

export const isUnfinished = (row: TransferRow): boolean => UNFINISHED.has(row.state);

/**
 * The rows of the queue in their order, with everything that is asked of all of them kept up to date at each change:
 * no question here costs more with more rows, but for clearing.
 */
export class TransferTable {
  #rows: TransferRow[] = [];
  readonly #byId = new Map<TransferId, TransferRow>();
  /** Per session: no row before this place can be started. */
  readonly #cursors = new Map<SessionId, number>();
  readonly #waiting = new Map<SessionId, number>();
  #lastId = 0;
  readonly #changed: () => void;
  readonly #finished: (row: TransferRow) => void;

  version = 0;
  totalBytes = 0;
  transferredBytes = 0;
  readonly counts: Record<TransferState, number> = { ...NO_TRANSFERS };

  /** `changed` is called after every change, `finished` when a row is done, skipped, failed or of unknown outcome. */
  constructor(changed: () => void, finished: (row: TransferRow) => void = () => {}) {
    this.#changed = changed;
    this.#finished = finished;
  }

  get count(): number {
    return this.#rows.length;
  }

  /** Every row in order; not to be kept. */
  get rows(): readonly TransferRow[] {
    return this.#rows;
  }

  get(id: TransferId): TransferRow | undefined {
    return this.#byId.get(id);
  }

  add(fresh: NewRow): TransferRow {
    const row = createRow(++this.#lastId, fresh);
    row.place = this.#rows.length;
    this.#rows.push(row);
    this.#byId.set(row.id, row);
    this.#count(row, 1);
    this.touch();
    if (TOLD.has(row.state)) this.#finished(row);
    return row;
  }

  setState(row: TransferRow, state: TransferState): void {
    this.#count(row, -1);
    row.state = state;
    this.#count(row, 1);
    if (state === 'waiting') this.startable(row);
    this.touch();
    if (TOLD.has(state)) this.#finished(row);
  }

  setSize(row: TransferRow, size: number | null): void {
    if (row.size === size) return;
    this.#count(row, -1);
    row.size = size;
    this.#count(row, 1);
    this.touch();
  }

  setTransferred(row: TransferRow, transferred: number): void {
    if (row.transferred === transferred) return;
    if (counted(row.state)) this.transferredBytes += transferred - row.transferred;
    row.transferred = transferred;
    this.touch();
  }

  /** The row can be started (again): looking for one begins with it at the latest. */
  startable(row: TransferRow): void {
    const cursor = this.#cursors.get(row.sessionId);
    if (cursor !== undefined && row.place < cursor) this.#cursors.set(row.sessionId, row.place);
  }

  /** The first waiting row of a session that `judge` takes; see `Verdict`. */
  next(sessionId: SessionId, judge: (row: TransferRow) => Verdict): TransferRow | null {
    let place = this.#cursors.get(sessionId) ?? 0;
    let found: TransferRow | null = null;
    const now = Date.now();
    for (; found === null && place < this.#rows.length; place++) {
      const row = this.#rows[place];
      if (row?.sessionId !== sessionId || row.state !== 'waiting' || row.pause !== null) continue;
      if (row.startsMs !== null && row.startsMs > now) continue;
      const verdict = judge(row);
      if (verdict === 'stop') break;
      if (verdict === 'take') found = row;
    }
    this.#cursors.set(sessionId, place);
    return found;
  }

  /** The next rows are looked for from the start: times or the order have changed. */
  readAgain(): void {
    this.#cursors.clear();
    this.touch();
  }

  /** When the first of the rows that are to begin after a time is; null: there is none. */
  earliestStart(afterMs: number): number | null {
    let earliest: number | null = null;
    for (const { startsMs, state } of this.#rows) {
      if (state !== 'waiting' || startsMs === null || startsMs <= afterMs) continue;
      earliest = Math.min(earliest ?? startsMs, startsMs);
    }
    return earliest;
  }

  /** How many rows of a session wait. */
  waiting(sessionId: SessionId): number {
    return this.#waiting.get(sessionId) ?? 0;
  }

  /** Takes out every row for which `leaves` is true. */
  remove(leaves: (row: TransferRow) => boolean): void {
    const stay: TransferRow[] = [];
    for (const row of this.#rows) {
      if (leaves(row)) {
        this.#count(row, -1);
        this.#byId.delete(row.id);
      } else {
        row.place = stay.length;
        stay.push(row);
      }
    }
    this.#rows = stay;
    this.#cursors.clear();
    this.touch();
  }

  /** Puts rows, which stay in their order, before another one, or behind all; they take its priority. */
  move(rows: readonly TransferRow[], before: TransferRow | undefined): void {
    const moved = new Set(rows);
    const others = this.#rows.filter((row) => !moved.has(row));
    const at = before === undefined || moved.has(before) ? others.length : others.indexOf(before);
    const priority = before?.priority ?? others.at(-1)?.priority ?? 'normal';
    for (const row of rows) row.priority = priority;
    this.#rows = [...others.slice(0, at), ...rows.toSorted((a, b) => a.place - b.place), ...others.slice(at)];
    this.order();
  }

  /** Puts the rows into their order again after priorities changed. */
  order(): void {
    this.#rows = this.#rows.toSorted((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
    for (const [place, row] of this.#rows.entries()) row.place = place;
    this.#cursors.clear();
    this.touch();
  }

  /** Something of a row changed that is not counted here. */
  touch(): void {
    this.version++;
    this.#changed();
  }

  #count(row: TransferRow, sign: 1 | -1): void {
    this.counts[row.state] += sign;
    if (UNFINISHED.has(row.state)) row.batch.open += sign;
    if (row.state === 'waiting') this.#waiting.set(row.sessionId, this.waiting(row.sessionId) + sign);
    if (!counted(row.state)) return;
    this.totalBytes += sign * (row.size ?? 0);
    this.transferredBytes += sign * row.transferred;
  }
}
