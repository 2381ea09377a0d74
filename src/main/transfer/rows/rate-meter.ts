/** Milliseconds the rate looks back: long enough to be readable, short enough to notice a stall. */
const WINDOW = 4_000;
/** Milliseconds over which the rate for the time left is smoothed, so that the time left does not jump. */
const SMOOTHING = 10_000;
/** Milliseconds in the beginning in which it is a plain mean, so that the burst that fills the buffers is soon forgotten. */
const WARM_UP = 5_000;
/** The part of itself by which the smoothed rate changes in a second at most: bursts and pauses do not shake the time left. */
const MOST_CHANGE = 0.08;
/** Milliseconds without a byte after which nobody can say how long it takes. */
const STALL = 15_000;

/** Bytes a second from a total that is looked at every now and then. */
export class RateMeter {
  readonly #samples: { readonly at: number; readonly total: number }[] = [];
  #smooth = 0;
  /** Milliseconds over which `#smooth` was taken. */
  #elapsed = 0;
  /** Milliseconds since the last byte. */
  #still = 0;

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
    this.#still = total > (last?.total ?? 0) ? 0 : this.#still + step;
    this.#elapsed += step;
    if (this.#elapsed <= WARM_UP || this.#smooth < 1) {
      this.#smooth += (rate - this.#smooth) * (step / this.#elapsed);
      return;
    }
    const most = (this.#smooth * (MOST_CHANGE * step)) / 1_000;
    const change = (rate - this.#smooth) * (1 - Math.exp(-step / SMOOTHING));
    this.#smooth += Math.max(-most, Math.min(most, change));
  }

  /** Bytes a second over the last seconds; never negative. */
  get rate(): number {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at <= first.at) return 0;
    return ((last.total - first.total) * 1_000) / (last.at - first.at);
  }

  /** Milliseconds that `bytes` still take at the smoothed rate; null when nothing moves, or has not for a while. */
  remainingMs(bytes: number): number | null {
    if (this.#smooth < 1 || this.#still > STALL) return null;
    return Math.round((Math.max(0, bytes) * 1_000) / this.#smooth);
  }
}
