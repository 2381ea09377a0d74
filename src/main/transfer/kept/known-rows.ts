import type { TransferId } from '#shared/model/transfer.ts';
import type { TransferRow } from '../rows/transfer-row.ts';

/**
 * The rows that are in memory, one object each: whoever works on a row, waits with it or shows it has the same one, and a
 * row that nobody holds is not kept here either.
 */
export class KnownRows {
  readonly #rows = new Map<TransferId, WeakRef<TransferRow>>();
  readonly #gone = new FinalizationRegistry<TransferId>((id) => {
    if (this.#rows.get(id)?.deref() === undefined) this.#rows.delete(id);
  });

  get(id: TransferId): TransferRow | undefined {
    return this.#rows.get(id)?.deref();
  }

  add(row: TransferRow): void {
    this.#rows.set(row.id, new WeakRef(row));
    this.#gone.register(row, row.id);
  }

  delete(id: TransferId): void {
    this.#rows.delete(id);
  }

  /** Those that are here at the moment. */
  all(): readonly TransferRow[] {
    const rows: TransferRow[] = [];
    for (const held of this.#rows.values()) {
      const row = held.deref();
      if (row) rows.push(row);
    }
    return rows;
  }
}
