import type { TransferRow } from '../rows/transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Milliseconds. The folders still to be read are written as one text, which is long where a tree is wide. */
const KEPT_EVERY = 1_000;

/** Keeps how far folders have been read, now and then: what was read since is read again after a crash. */
export class FoldersRead {
  readonly #table: TransferTable;
  readonly #keptAt = new WeakMap<TransferRow, number>();

  constructor(table: TransferTable) {
    this.#table = table;
  }

  of(row: TransferRow): void {
    const now = performance.now();
    if (now - (this.#keptAt.get(row) ?? 0) < KEPT_EVERY) return;
    this.#keptAt.set(row, now);
    this.#table.changed(row);
  }
}
