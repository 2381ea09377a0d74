import type { ByteCounter } from '../../ftp/engine.ts';

/** Milliseconds between two places to measure from: the rate is that of the last one to two of them. */
const WINDOW = 250;
interface Mark {
  readonly at: number;
  readonly bytes: number;
}

/** Bytes of one piece, and how fast they come now: TCP begins slowly, so the mean since the beginning would tell too little. */
export class MeasuredBytes implements ByteCounter {
  readonly #now: () => number;
  readonly #begun: number;
  #bytes = 0;
  #older: Mark;
  #newer: Mark;
  #firstAfterMs: number | null = null;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number) {
    this.#now = now;
    this.#begun = now();
    this.#older = { at: this.#begun, bytes: 0 };
    this.#newer = this.#older;
  }

  get bytes(): number {
    return this.#bytes;
  }

  set bytes(bytes) {
    const at = this.#now();
    this.#firstAfterMs ??= at - this.#begun;
    this.#bytes = bytes;
    if (at - this.#newer.at < WINDOW) return;
    this.#older = this.#newer;
    this.#newer = { at, bytes };
  }

  /** Milliseconds since the beginning. */
  get ageMs(): number {
    return this.#now() - this.#begun;
  }

  /** Milliseconds from the beginning to the first bytes; null where none have come. */
  get firstAfterMs(): number | null {
    return this.#firstAfterMs;
  }

  /** Milliseconds that so many further bytes take at this rate; Infinity where nothing comes. */
  remainingMs(bytes: number): number {
    const took = this.#now() - this.#older.at;
    const came = this.#bytes - this.#older.bytes;
    return came > 0 ? (bytes * took) / came : Number.POSITIVE_INFINITY;
  }
}
