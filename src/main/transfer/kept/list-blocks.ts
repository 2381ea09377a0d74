import type { TransferList } from '#shared/model/transfer.ts';
import { STEP } from './rank.ts';

/** Ranks of so many rows that were added one after the other are one block. */
const ROWS = 1_024;

/** Width of a block in ranks. */
export const BLOCK = ROWS * STEP;

const LISTS = ['queue', 'failed', 'finished'] as const satisfies readonly TransferList[];

/** Where the reading of a page begins: the first rank of a block, and how many rows of the list in it come before the page. */
export interface PageStart {
  readonly rank: number;
  readonly skip: number;
}

/**
 * How many rows of each list stand in each stretch of ranks, so that the row at any offset of a list is found without
 * counting the rows before it: of a million rows a thousand numbers are looked at.
 */
export class ListBlocks {
  readonly #counts = new Map<number, number[]>();
  #order: number[] | null = [];

  change(block: number, list: TransferList, by: number): void {
    let counts = this.#counts.get(block);
    if (!counts) {
      counts = [0, 0, 0];
      this.#counts.set(block, counts);
      this.#order = null;
    }
    const index = LISTS.indexOf(list);
    counts[index] = (counts[index] ?? 0) + by;
    if (counts.every((count) => count === 0)) {
      this.#counts.delete(block);
      this.#order = null;
    }
  }

  total(list: TransferList | 'all'): number {
    let total = 0;
    for (const counts of this.#counts.values()) total += countOf(counts, list);
    return total;
  }

  /** Where row `offset` of a list is; null where it has no such row. */
  find(list: TransferList | 'all', offset: number): PageStart | null {
    this.#order ??= [...this.#counts.keys()].sort((a, b) => a - b);
    let before = 0;
    for (const block of this.#order) {
      const count = countOf(this.#counts.get(block) ?? [], list);
      if (before + count > offset) return { rank: block * BLOCK, skip: offset - before };
      before += count;
    }
    return null;
  }
}

const countOf = (counts: readonly number[], list: TransferList | 'all'): number =>
  list === 'all' ? counts.reduce((sum, count) => sum + count, 0) : (counts[LISTS.indexOf(list)] ?? 0);

export const blockOf = (rank: number): number => Math.floor(rank / BLOCK);
