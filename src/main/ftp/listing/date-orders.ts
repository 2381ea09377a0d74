import type { FileTime } from '#shared/ftp/file-entry.ts';
import type { ClockTime } from './clock-time.ts';
import { DAY_MS, fileTime, fullYear } from './listing-date.ts';

/** What the three numbers of a date are, in their order. */
export type DateOrder = 'MDY' | 'DMY' | 'YMD';

/** Reads dates of three numbers, `11/20/26`, whose order only a whole listing tells. */
export interface DateOrders {
  /** Null where the numbers are a date in no order. */
  read(first: string, second: string, third: string, clock: ClockTime | null): FileTime | null;
}

/** So many dates decide; as many lines a format choice holds. */
const DATES_TO_DECIDE = 20;

/**
 * An order is out of the question once a date of the listing is none in it, or one that is still to come. Of those left the
 * first counts; only between day and year in front, which dates from the 1st to the 31st fit alike, the order counts in
 * which the newest date is newer: `26/11/20` beside `25/03/31` was written this year, not in 2020.
 *
 * @param orders the more usual first
 * @param nowMs now, milliseconds since the epoch
 */
export const createDateOrders = (orders: readonly DateOrder[], nowMs: number): DateOrders => {
  const possible = orders.map((order) => ({ order, refuted: false, newestMs: Number.NEGATIVE_INFINITY }));
  let looked = 0;
  let preferred: DateOrder | null = null;

  const look = (numbers: readonly [string, string, string]): void => {
    looked += 1;
    for (const candidate of possible) {
      const epochMs = readIn(candidate.order, numbers, null)?.epochMs ?? null;
      if (epochMs === null || epochMs > nowMs + DAY_MS) candidate.refuted = true;
      else candidate.newestMs = Math.max(candidate.newestMs, epochMs);
    }
    const left = possible.filter(({ refuted }) => !refuted);
    const [usual, other] = left;
    const newer =
      usual !== undefined && other !== undefined && usual.order !== 'MDY' && other.newestMs > usual.newestMs;
    preferred = (newer ? other : usual)?.order ?? null;
  };

  return {
    read(first, second, third, clock) {
      const numbers = [first, second, third] as const;
      if (looked < DATES_TO_DECIDE) look(numbers);
      const expected = preferred === null ? null : readIn(preferred, numbers, clock);
      if (expected !== null) return expected;
      for (const order of orders) {
        const read = readIn(order, numbers, clock);
        if (read !== null) return read;
      }
      return null;
    },
  };
};

const readIn = (
  order: DateOrder,
  [first, second, third]: readonly [string, string, string],
  clock: ClockTime | null,
): FileTime | null => {
  switch (order) {
    case 'MDY':
      return fileTime(fullYear(third), Number(first), Number(second), clock);
    case 'DMY':
      return fileTime(fullYear(third), Number(second), Number(first), clock);
    case 'YMD':
      return fileTime(fullYear(first), Number(second), Number(third), clock);
  }
};
