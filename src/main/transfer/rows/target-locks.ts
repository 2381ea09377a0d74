import { targetOf } from './target-of.ts';
import type { TransferRow } from './transfer-row.ts';

/** Lets one row at a time write to a target: two would share a part file. */
export class TargetLocks {
  readonly #held = new Map<string, { readonly by: TransferRow; readonly behind: TransferRow[] }>();
  readonly #keys = new Map<TransferRow, string>();
  readonly #wake: (row: TransferRow) => void;

  /** `wake` is called for each row that was refused, when its target is free again. */
  constructor(wake: (row: TransferRow) => void) {
    this.#wake = wake;
  }

  take(row: TransferRow): boolean {
    const key = targetOf(row);
    const held = this.#held.get(key);
    if (held) {
      held.behind.push(row);
      return false;
    }
    this.#held.set(key, { by: row, behind: [] });
    this.#keys.set(row, key);
    return true;
  }

  release(row: TransferRow): void {
    // By the key it was taken with: a row that took a free name has another target now.
    const key = this.#keys.get(row);
    if (key === undefined) return;
    const held = this.#held.get(key);
    this.#keys.delete(row);
    this.#held.delete(key);
    for (const waiting of held?.behind ?? []) this.#wake(waiting);
  }
}
