import type { TransferId } from '#shared/model/transfer.ts';
import type { TransferRow } from '../rows/transfer-row.ts';

/** Rows written in one go: few enough that nobody notices, many enough that each costs little. */
const AT_ONCE = 250;

/** Where rows are written to. */
export interface RowWriter {
  put(rows: Iterable<TransferRow>): void;
}

/**
 * Rows that have changed and are not in the store yet, in the order of their last changes. They are written at the end of
 * the turn, many together, in slices between which others have theirs: a folder never before what was found in it.
 */
export class Unwritten {
  readonly #writer: RowWriter;
  readonly #rows = new Map<TransferId, TransferRow>();
  #turn: NodeJS.Immediate | null = null;
  #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(writer: RowWriter) {
    this.#writer = writer;
  }

  add(row: TransferRow): void {
    if (this.#stopped) return;
    this.#rows.delete(row.id);
    this.#rows.set(row.id, row);
    this.#turn ??= setImmediate(() => this.#slice());
  }

  delete(id: TransferId): void {
    this.#rows.delete(id);
  }

  /** Writes this row now: what happens next must find it in the store whatever happens. */
  writeNow(row: TransferRow): void {
    this.#rows.delete(row.id);
    this.#writer.put([row]);
  }

  /** Writes everything now. */
  flush(): void {
    if (this.#rows.size === 0) return;
    this.#writer.put(this.#rows.values());
    this.#rows.clear();
    this.#settled();
  }

  /** Settles when not much is left to write: whoever adds many rows waits for it in between. */
  room(): Promise<void> {
    if (this.#rows.size < AT_ONCE) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Writes nothing more. */
  stop(): void {
    this.#stopped = true;
    if (this.#turn !== null) clearImmediate(this.#turn);
    this.#turn = null;
    this.#settled();
  }

  #slice(): void {
    this.#turn = null;
    if (this.#rows.size === 0) return;
    const slice: TransferRow[] = [];
    for (const row of this.#rows.values()) {
      if (slice.length === AT_ONCE) break;
      slice.push(row);
    }
    this.#writer.put(slice);
    for (const row of slice) this.#rows.delete(row.id);
    if (this.#rows.size > 0) this.#turn ??= setImmediate(() => this.#slice());
    if (this.#rows.size < AT_ONCE) this.#settled();
  }

  #settled(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
