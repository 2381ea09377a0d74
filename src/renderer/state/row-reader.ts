import type { Fault } from '#shared/fault.ts';
import { isQueueOrder, type TransferQuery, type TransferView } from '#shared/model/transfer.ts';
import type { Result } from '#shared/result.ts';

/** A part of a view: rows `offset` to `offset + count` of what the query finds. */
export interface RowWish {
  readonly query: TransferQuery;
  readonly offset: number;
  readonly count: number;
}

export interface RowReader {
  /** Wants these rows, again or others; what was wanted before and not asked for yet is forgotten. */
  want(wish: RowWish): void;
}

export interface RowPage {
  readonly rows: readonly TransferView[];
  readonly total: number;
}

interface RowListeners {
  readonly onRows: (wish: RowWish, page: RowPage) => void;
  readonly onFault: (fault: Fault) => void;
}

/** Milliseconds between one search and the same again: it may have cost main a second, and the queue changes all the time. */
const REST_MS = 1_000;

/**
 * Reads the rows on the screen, one request at a time: while one is under way only the newest wish is remembered, so
 * that fast scrolling and a busy queue ask no faster than main answers. The same search again, for the sake of what has
 * changed, waits a while; another place or another view does not.
 */
export const createRowReader = (
  read: (wish: RowWish) => Promise<Result<RowPage>>,
  { onRows, onFault }: RowListeners,
): RowReader => {
  let wanted: RowWish | null = null;
  let reading = false;
  let last: { readonly wish: RowWish; readonly atMs: number } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const restOf = (wish: RowWish): number => {
    if (last === null || isQueueOrder(wish.query) || !isSame(wish, last.wish)) return 0;
    return last.atMs + REST_MS - performance.now();
  };

  const step = (): void => {
    clearTimeout(resting);
    if (reading || wanted === null) return;
    const rest = restOf(wanted);
    if (rest > 0) resting = setTimeout(step, rest);
    else void ask(wanted);
  };

  const ask = async (wish: RowWish): Promise<void> => {
    wanted = null;
    reading = true;
    const result = await read(wish);
    reading = false;
    last = { wish, atMs: performance.now() };
    if (result.ok) onRows(wish, result.value);
    else onFault(result.fault);
    step();
  };

  return {
    want: (wish) => {
      wanted = wish;
      step();
    },
  };
};

const isSame = (one: RowWish, other: RowWish): boolean =>
  one.query === other.query && one.offset === other.offset && one.count === other.count;
