/** Milliseconds that a new connection is given to come up to its speed: TCP begins slowly. */
const SETTLING = 750;
/** Milliseconds over which a rate is measured. */
const MEASURING = 1_250;
/** How much faster all together have to be with one more, so that yet another is worth a try. */
const WORTH = 1.1;

/**
 * Whether one more connection makes one file faster: they are added one at a time as long as the rate of all together
 * grows. Where one alone is held back by the window of TCP on a long way, or by a limit for each connection, it does;
 * where the line is full, or the disk at its end, it does not.
 */
export class ConnectionGrowth {
  #connections = 0;
  /** Since when as many as now are at work, and how much had come when they had settled. */
  #since = 0;
  #base: { readonly at: number; readonly bytes: number } | null = null;
  #before: number | null = null;
  #wants = false;
  #ended = false;

  /**
   * @param nowMs a clock that never goes back
   * @param bytes how many have come in all
   * @param connections how many are at work
   * @returns whether one more is worth a try now
   */
  look(nowMs: number, bytes: number, connections: number): boolean {
    if (connections !== this.#connections) {
      // One that was lost says nothing about what one more would do.
      if (connections < this.#connections) this.#before = null;
      this.#connections = connections;
      this.#since = nowMs;
      this.#base = null;
      this.#wants = false;
    }
    if (this.#ended || this.#wants) return this.#wants;
    if (nowMs - this.#since < SETTLING) return false;
    this.#base ??= { at: nowMs, bytes };
    const took = nowMs - this.#base.at;
    if (took < MEASURING) return false;
    const rate = (bytes - this.#base.bytes) / took;
    if (this.#before !== null && rate < this.#before * WORTH) {
      this.#ended = true;
      return false;
    }
    this.#before = rate;
    this.#wants = rate > 0;
    return this.#wants;
  }
}
