import type { Clock } from './clock.ts';

/** Milliseconds that may be caught up on after a pause, so that a late timer costs no speed; more would be a burst. */
const CATCH_UP_MS = 100;
/** Milliseconds that one piece takes at the limit: short enough to look even. */
const PIECE_MS = 25;
/** Bytes; of smaller pieces the headers of TCP and TLS would be the larger part. */
const SMALLEST_PIECE = 1_024;

interface Waiting {
  /** It goes on once so many bytes could have gone. */
  readonly mark: number;
  readonly goOn: () => void;
}

/**
 * One limit that any number of transfers keep together. Each tells what it moves and goes on when all that was told up
 * to then could have gone: so they take turns, and who has more to move than another gets no more of the line.
 */
export class RateLimit {
  readonly #clock: Clock;
  /** Bytes a second. */
  #rate: number | null = null;
  /** Bytes that could have gone, up to the time `#at`. */
  #possible = 0;
  #at: number;
  /** Where the bytes that were told end, on the same scale. */
  #told = 0;
  /** By their marks, lowest first: each is behind those before it. */
  #waiting: Waiting[] = [];
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  /** See `Pace.piece`. */
  get piece(): number {
    if (this.#rate === null) return Number.POSITIVE_INFINITY;
    return Math.max(SMALLEST_PIECE, Math.floor((this.#rate * PIECE_MS) / 1_000));
  }

  /** Another limit from now on, also for those that wait; null: none. */
  change(rate: number | null): void {
    if (rate === this.#rate) return;
    this.#look();
    // Nothing of the time without a limit is owed or left over.
    if (this.#rate === null) this.#told = this.#possible;
    this.#rate = rate;
    if (rate === null) this.#goOn(this.#waiting.splice(0));
    this.#arm();
  }

  /** See `Pace.turn`. */
  turn(bytes: number): Promise<void> | null {
    if (this.#rate === null) return null;
    this.#look();
    const oldest = this.#possible - (this.#rate * CATCH_UP_MS) / 1_000;
    const mark = Math.max(this.#told, oldest) + bytes;
    this.#told = mark;
    if (mark <= this.#possible) return null;
    return new Promise((goOn) => {
      this.#waiting.push({ mark, goOn });
      if (this.#waiting.length === 1) this.#arm();
    });
  }

  #look(): void {
    const now = this.#clock.now();
    this.#possible += ((this.#rate ?? 0) * (now - this.#at)) / 1_000;
    this.#at = now;
  }

  #arm(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const [first] = this.#waiting;
    if (first === undefined || this.#rate === null) return;
    const wait = ((first.mark - this.#possible) / this.#rate) * 1_000;
    this.#cancelTimer = this.#clock.after(Math.max(1, Math.ceil(wait)), () => this.#ring());
  }

  #ring(): void {
    this.#look();
    const still = this.#waiting.findIndex(({ mark }) => mark > this.#possible);
    this.#goOn(this.#waiting.splice(0, still === -1 ? this.#waiting.length : still));
    this.#arm();
  }

  #goOn(turns: readonly Waiting[]): void {
    for (const { goOn } of turns) goOn();
  }
}
