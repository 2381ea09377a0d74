import type { RateHistory } from '#shared/model/transfer.ts';

/** Milliseconds of one value, and how many are kept: five minutes. */
const STEP_MS = 1_000;
const KEPT = 300;

/**
 * How many bytes went each way in each second of the last minutes. It has no clock of its own: seconds in which nobody
 * tells it anything are seconds in which nothing moved.
 */
export class RateRecord {
  readonly #down = new Float64Array(KEPT);
  readonly #up = new Float64Array(KEPT);
  /** The second that was told of last. */
  #newest = Number.NEGATIVE_INFINITY;

  /**
   * Takes what moved until `nowMs` since it was told last.
   * @param nowMs milliseconds of a clock that never goes back
   */
  add(nowMs: number, down: number, up: number): void {
    const second = this.#moveOn(nowMs);
    const place = second % KEPT;
    this.#down[place] = (this.#down[place] ?? 0) + down;
    this.#up[place] = (this.#up[place] ?? 0) + up;
  }

  /** The seconds that are over, oldest first. */
  read(nowMs: number): RateHistory {
    const second = this.#moveOn(nowMs);
    // The second under way is not over: as many bytes as it will have, it does not have yet.
    const ordered = (bytes: Float64Array): readonly number[] =>
      Array.from({ length: KEPT - 1 }, (_, step) => bytes[(second + 1 + step) % KEPT] ?? 0);
    return { stepMs: STEP_MS, down: ordered(this.#down), up: ordered(this.#up) };
  }

  /** Empties the seconds that have gone by untold. @returns the second under way */
  #moveOn(nowMs: number): number {
    const second = Math.floor(nowMs / STEP_MS);
    for (let fresh = Math.max(this.#newest + 1, second - KEPT + 1); fresh <= second; fresh++) {
      this.#down[fresh % KEPT] = 0;
      this.#up[fresh % KEPT] = 0;
    }
    this.#newest = Math.max(this.#newest, second);
    return second;
  }
}
