import type { Pace } from '../../ftp/engine.ts';
import type { RateLimit } from './rate-limit.ts';

/** Keeps both limits: the slower one rules. */
export const jointPace = (one: RateLimit, other: RateLimit): Pace => ({
  get piece() {
    return Math.min(one.piece, other.piece);
  },
  turn(bytes) {
    const first = one.turn(bytes);
    const second = other.turn(bytes);
    if (first === null || second === null) return first ?? second;
    return first.then(() => second);
  },
});
