import type { TransferRow } from '../rows/transfer-row.ts';

/** Rows read from the store at a time, and about as many as are held that nobody has looked at. */
const AHEAD = 256;

/**
 * What becomes of a waiting row that is looked at: it is taken, passed over until `startable` is said of it, or neither
 * it nor any row behind it is taken now.
 */
export type Verdict = 'take' | 'pass' | 'stop';

/** Reads the waiting rows of one account behind a rank, in their order. */
export type ReadWaiting = (rank: number, count: number) => readonly TransferRow[];

/** The next rows of one account: a window on its waiting rows, in order, that is read on as it is used up. */
export class ReadyRows {
  readonly #read: ReadWaiting;
  /** By rank; rows that do not wait any more drop out when they are met. */
  #rows: TransferRow[] = [];
  /** No row before this one can be started. */
  #cursor = 0;
  /** All waiting rows up to this rank are in the window. */
  #end = Number.NEGATIVE_INFINITY;
  /** Whether there may be rows behind it in the store. */
  #more = true;

  constructor(read: ReadWaiting) {
    this.#read = read;
  }

  /** The first row that `judge` takes. */
  next(judge: (row: TransferRow) => Verdict): TransferRow | null {
    for (;;) {
      const row = this.#rows[this.#cursor];
      if (row === undefined) {
        if (!this.#readOn()) return null;
      } else if (row.state !== 'waiting') {
        this.#rows.splice(this.#cursor, 1);
      } else {
        const verdict = row.pause === null ? judge(row) : 'pass';
        if (verdict === 'stop') return null;
        if (verdict === 'take') {
          this.#rows.splice(this.#cursor, 1);
          return row;
        }
        this.#cursor++;
      }
    }
  }

  /** The row waits (again), or what kept it back is over. */
  startable(row: TransferRow): void {
    if (row.rank > this.#end && this.#more) return;
    const place = this.#placeOf(row.rank);
    if (this.#rows[place] !== row) {
      if (place === this.#rows.length && place - this.#cursor >= 2 * AHEAD) {
        // Enough are here: this one and those after it are read when it is their turn.
        this.#more = true;
        this.#end = this.#rows.at(-1)?.rank ?? Number.NEGATIVE_INFINITY;
        return;
      }
      this.#rows.splice(place, 0, row);
    }
    this.#cursor = Math.min(this.#cursor, place);
  }

  /** The rows were put into another order, or changed without being told here. */
  forget(): void {
    this.#rows = [];
    this.#cursor = 0;
    this.#end = Number.NEGATIVE_INFINITY;
    this.#more = true;
  }

  #readOn(): boolean {
    if (!this.#more) return false;
    const read = this.#read(this.#end, AHEAD);
    this.#more = read.length === AHEAD;
    this.#end = read.at(-1)?.rank ?? this.#end;
    for (const row of read) this.#rows.push(row);
    return read.length > 0;
  }

  /** Where a row of this rank stands, or would. */
  #placeOf(rank: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle]?.rank ?? Number.POSITIVE_INFINITY) < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
