/** Milliseconds the rate looks back: long enough to be readable, short enough to notice a stall. */
const WINDOW = 4_000;
/** Milliseconds over which the rate for the time left is smoothed, so that the time left does not jump. */
const SMOOTHING = 10_000;

/** Bytes a second from a total that is looked at every now and then. */
export class RateMeter {
  readonly #samples: { readonly at: number; readonly total: number }[] = [];
  #smooth = 0;
  /** Milliseconds over which `#smooth` was taken. */
  #elapsed = 0;

  /** Takes the total at the time `at` (milliseconds of a clock that never goes back). */
  sample(at: number, total: number): void {
    const last = this.#samples.at(-1);
    if (last && (at <= last.at || total < last.total)) {
      // A total that shrank began anew: what was measured before says nothing about it.
      if (total < last.total) this.#samples.length = 0;
      else return;
    }
    this.#samples.push({ at, total });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > WINDOW) this.#samples.shift();
    const rate = this.rate;
    if (this.#samples.length < 2) return;
    const step = at - (last?.at ?? at);
    this.#elapsed += step;
    // In the beginning a plain mean, so that the burst that fills the buffers is soon forgotten.
    const weight = Math.max(1 - Math.exp(-step / SMOOTHING), step / this.#elapsed);
    this.#smooth += (rate - this.#smooth) * weight;
  }

  /** Bytes a second over the last seconds; never negative. */
  get rate(): number {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at <= first.at) return 0;
    return ((last.total - first.total) * 1_000) / (last.at - first.at);
  }

  /** Milliseconds that `bytes` still take at the smoothed rate; null when nothing moves. */
  remainingMs(bytes: number): number | null {
    if (this.#smooth < 1 || this.rate === 0) return null;
    return Math.round((Math.max(0, bytes) * 1_000) / this.#smooth);
  }
}
