import type { Row } from './listing-table.ts';
import { type CompareRows, insertRows } from './row-order.ts';
import { SLICE_MS, type SliceClock, sortInSlices } from './sort-in-slices.ts';

/** Rows merged between two looks at the clock. */
const BATCH = 250;

export interface ArrangementOptions {
  readonly compare: CompareRows;
  /** Whether a row is shown at all. */
  readonly shows: (row: Row) => boolean;
  readonly clock: SliceClock;
  /** Resolves once what has been changed until now is painted. */
  readonly nextFrame: () => Promise<void>;
  /** Told the new order, at most once a frame while rows come in. */
  readonly onOrder: (order: Uint32Array) => void;
}

export interface Arrangement {
  /** Takes in rows that are in the table now. */
  add(rows: readonly Row[]): void;
  /** Sorts or filters everything anew; the old order stands until the new one is ready. */
  rearrange(compare: CompareRows, shows: (row: Row) => boolean): void;
  /** Resolves when every row that was added is in its place. */
  settled(): Promise<void>;
  /** Gives up: nothing is told any more. */
  stop(): void;
}

/**
 * Keeps the rows of a growing table in order without ever holding the window up: rows are merged in where they
 * belong while the listing is still arriving, a few milliseconds a frame, so that the first ones are seen at once.
 */
export const createArrangement = (options: ArrangementOptions): Arrangement => {
  const { clock, nextFrame, onOrder } = options;
  let { compare, shows } = options;
  let order: Uint32Array = new Uint32Array(0);
  const known: Row[] = [];
  let placed = 0;
  let anew: AbortController | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;

  const sortAll = async (signal: AbortSignal): Promise<void> => {
    const upTo = known.length;
    const sorted = await sortInSlices(Uint32Array.from(known.filter(shows)), compare, clock, signal);
    if (sorted === null || stopped) return;
    anew = null;
    placed = upTo;
    order = sorted;
    onOrder(order);
  };

  const mergeForAFrame = (): void => {
    const began = clock.now();
    do {
      const fresh = known.slice(placed, placed + BATCH);
      placed += fresh.length;
      order = insertRows(order, fresh.filter(shows), compare);
    } while (placed < known.length && clock.now() - began < SLICE_MS);
    onOrder(order);
  };

  const work = async (): Promise<void> => {
    while (!stopped && (anew !== null || placed < known.length)) {
      if (anew !== null) {
        await sortAll(anew.signal);
      } else {
        mergeForAFrame();
        await nextFrame();
      }
    }
  };

  const wake = (): void => {
    running ??= work().finally(() => {
      running = null;
      // What came while the last pass was ending has nobody else to take it in.
      if (!stopped && (anew !== null || placed < known.length)) wake();
    });
  };

  return {
    add: (rows) => {
      for (const row of rows) known.push(row);
      wake();
    },
    rearrange: (newCompare, newShows) => {
      compare = newCompare;
      shows = newShows;
      anew?.abort();
      anew = new AbortController();
      wake();
    },
    settled: async () => {
      while (running !== null) await running;
    },
    stop: () => {
      stopped = true;
      anew?.abort();
    },
  };
};
