/** Milliseconds. The clock is looked at at least this often: while the machine sleeps, no timer runs. */
export const LOOK_AGAIN_AFTER = 60_000;

interface Parts {
  /** When the first of the rows that are to begin after a time is; milliseconds since the epoch, null: there is none. */
  readonly earliest: (afterMs: number) => number | null;
  /** The time of at least one row has come. */
  readonly due: () => void;
}

/** One timer for all rows that are to begin at a time: it runs for the earliest of them, and only while there is one. */
export class StartTimer {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | null = null;
  /** Rows that are to begin up to here were told of. */
  #toldMs = Date.now();
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something was given a time, or the machine was asleep: what is due is told, and the next is waited for. */
  look(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#stopped) return;
    const now = Date.now();
    // A clock that was put back must not have rows forgotten that were told of by then.
    const isDue = (this.#parts.earliest(Math.min(this.#toldMs, now)) ?? Number.POSITIVE_INFINITY) <= now;
    this.#toldMs = now;
    if (isDue) this.#parts.due();
    const next = this.#parts.earliest(now);
    if (next === null) return;
    this.#timer = setTimeout(() => this.look(), Math.min(next - now, LOOK_AGAIN_AFTER));
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
