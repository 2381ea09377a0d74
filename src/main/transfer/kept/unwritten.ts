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
 * the turn, many together, in slices between which others have theirs: a folder never before what was found in it. Where
 * the store goes with the program there is no haste: they are written when there are many, or the store is to be read. A
 * small file is over by then, and was written once instead of three times.
 */
export class Unwritten {
  readonly #writer: RowWriter;
  readonly #outlasts: boolean;
  readonly #rows = new Map<TransferId, TransferRow>();
  #turn: NodeJS.Immediate | null = null;
  #waiting: (() => void)[] = [];
  #stopped = false;

  /** @param outlasts whether what is in the store is there in the next run of the program */
  constructor(writer: RowWriter, outlasts: boolean) {
    this.#writer = writer;
    this.#outlasts = outlasts;
  }

  add(row: TransferRow): void {
    if (this.#stopped) return;
    this.#rows.delete(row.id);
    this.#rows.set(row.id, row);
    this.#writeSoon();
  }

  delete(id: TransferId): void {
    this.#rows.delete(id);
  }

  /** Writes this row now: what happens next must find it in a store that outlasts the program, whatever happens. */
  writeNow(row: TransferRow): void {
    if (!this.#outlasts) {
      this.add(row);
      return;
    }
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

  #writeSoon(): void {
    if (this.#rows.size >= (this.#outlasts ? 1 : AT_ONCE)) this.#turn ??= setImmediate(() => this.#slice());
  }

  #slice(): void {
    this.#turn = null;
    const slice: TransferRow[] = [];
    for (const row of this.#rows.values()) {
      if (slice.length === AT_ONCE) break;
      slice.push(row);
    }
    if (slice.length > 0) this.#writer.put(slice);
    for (const row of slice) this.#rows.delete(row.id);
    this.#writeSoon();
    if (this.#rows.size < AT_ONCE) this.#settled();
  }

  #settled(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
