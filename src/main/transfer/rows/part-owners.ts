import { targetOf } from './target-of.ts';
import type { TransferRow } from './transfer-row.ts';

/**
 * Whose part lies beside a target. Two rows to the same target have one name for their parts: whoever begins to write
 * there takes it over, and the row whose part it was neither goes on with it nor removes it.
 */
export class PartOwners {
  readonly #owners = new Map<string, TransferRow>();

  /** To be called before anything is written to the part of the row. */
  claim(row: TransferRow): void {
    const target = targetOf(row);
    const before = this.#owners.get(target);
    if (before && before !== row && targetOf(before) === target) before.leftover = null;
    this.#owners.set(target, row);
  }

  /** Whether what lies beside the row's target has become another row's. */
  isOfAnother(row: TransferRow): boolean {
    const owner = this.#owners.get(targetOf(row));
    return owner !== undefined && owner !== row && targetOf(owner) === targetOf(row);
  }

  /** A run of the row is over: where it left nothing behind there is nothing to own. */
  over(row: TransferRow): void {
    const target = targetOf(row);
    if (row.leftover === null && this.#owners.get(target) === row) this.#owners.delete(target);
  }
}
