import { PRIORITIES, type Priority } from '#shared/model/transfer.ts';

/**
 * The place of a row in the queue is one number, its rank: rows of a higher priority are in a lower band, and between two
 * neighbours there is room for others to be put.
 */

/** Between two rows that were added one after the other. */
export const STEP = 2 ** 20;

/** Five bands fit below 2^53, and each takes 2^30 rows. */
const BAND = 2 ** 50;

export const firstRank = (priority: Priority): number => PRIORITIES.indexOf(priority) * BAND;

/** The first rank that is of a lower priority. */
export const endOfRank = (priority: Priority): number => firstRank(priority) + BAND;

export const priorityOf = (rank: number): Priority => PRIORITIES[Math.floor(rank / BAND)] ?? 'normal';

/**
 * Ranks for `count` rows between two others, evenly spread; null where there is no room for so many.
 * @param after of the row before them, or the first rank of the band
 * @param before of the row behind them, or the first rank that is not in the band
 */
export const ranksBetween = (after: number, before: number, count: number): readonly number[] | null => {
  const step = Math.min(STEP, Math.floor((before - after) / (count + 1)));
  if (step < 1) return null;
  return Array.from({ length: count }, (_, index) => after + step * (index + 1));
};
