/** How much faster all together have to be with one more connection, so that it is kept. */
const WORTH = 1.07;
/** Measurements for which one more is not tried after it was not worth it; twice as many each further time. */
const REST = { first: 8, longest: 128 };

/** How many connections large files go over at a time, and how that number was come by. */
export interface LaneClimb {
  readonly most: number;
  /** Bytes a second with one fewer, while it is found out whether this one is worth it; null: nothing is being tried. */
  readonly before: number | null;
  /** Measurements until one more is tried. */
  readonly rests: number;
  /** How many there will be the next time. */
  readonly nextRest: number;
}

/** Of a site that nothing is known of: one, with more to be tried at once. */
export const FIRST_LANE: LaneClimb = { most: 1, before: null, rests: 0, nextRest: REST.first };

/**
 * The number of connections after a measurement, by hill climbing. A large file fills the line by itself, where nothing
 * but the line bounds it: more connections then only share it, and keep the places of a server taken. Where each
 * connection is bounded, by the server or by the window of TCP on a long way, each one adds its share.
 *
 * @param rate bytes a second of all together, with as many as `most`
 * @param limit how many there may be; at least 1
 */
export const climb = (state: LaneClimb, rate: number, limit: number): LaneClimb => {
  const most = Math.min(state.most, limit);
  if (state.before !== null && most > 1 && rate < state.before * WORTH) {
    const nextRest = Math.min(REST.longest, state.nextRest * 2);
    return { most: most - 1, before: null, rests: state.nextRest, nextRest };
  }
  if (state.before === null && state.rests > 0) return { ...state, most, rests: state.rests - 1 };
  const nextRest = state.before === null ? state.nextRest : REST.first;
  if (most >= limit) return { most, before: null, rests: 0, nextRest };
  return { most: most + 1, before: rate, rests: 0, nextRest };
};
