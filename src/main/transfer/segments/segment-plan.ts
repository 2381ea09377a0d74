import { type ByteRange, bytesIn } from '#shared/ftp/byte-range.ts';
import { MeasuredBytes } from './measured-bytes.ts';

/** Bytes. A file that is cut into several pieces at once has none that is smaller: each costs a few round trips. */
const SMALLEST_PIECE = 4 * 1024 * 1024;

/**
 * Bytes that each side of a cut has to have at least, where a connection has become free and takes from another: more than
 * the buffers hold that are on their way to the disk and not counted yet.
 */
const SMALLEST_REMAINDER = 4 * 1024 * 1024;

/** Milliseconds that a rest has to take at least to be worth a cut, whatever a beginning costs. */
const SHORTEST_REST = 2_000;
/** Milliseconds after which a piece is as fast as it gets: before, what it still takes is overrated. */
const SETTLING = 2_000;
/**
 * How many times as long as a beginning: ABOR, a data connection, REST, RETR, and the slow start of TCP once more. With less
 * the one that is at work there, at its full speed, is through before it is made up for.
 */
const WORTH_BEGINNINGS = 4;

/** What one connection is at work on: `to` moves where another takes over the rest, or gives it back. */
export interface Piece {
  readonly from: number;
  to: number;
  /** Bytes of the piece that have come so far, counted by whoever moves it. */
  readonly counter: MeasuredBytes;
}

/**
 * Which connection moves what of one file. Nothing is moved twice: a piece is what is missing and nobody is at work on,
 * or, where there is none, the second half of the rest that takes another connection the longest, so that all end at about
 * the same time.
 */
export class SegmentPlan {
  readonly #working = new Set<Piece>();
  readonly #now: () => number;
  /** Milliseconds that a beginning costs, the cheapest there was. */
  #beginningMs = Number.POSITIVE_INFINITY;
  #missing: readonly ByteRange[];
  /** Into how many pieces the only one is divided when a second connection is there; 1: no more. */
  #undivided: number;
  #cut = false;
  #isCuttable = true;

  /**
   * @param missing what is to be moved of a file of `size` bytes
   * @param pieces how many connections there will be. What is missing in one is one piece until a second of them is there,
   * and is divided among all then: the first may be far ahead of them by that time, or they may never come
   * @param now milliseconds of a clock that never goes back
   */
  constructor(missing: readonly ByteRange[], size: number, pieces = 1, now: () => number = () => performance.now()) {
    this.#now = now;
    const [only] = missing;
    this.#undivided = missing.length === 1 ? pieces : 1;
    this.#missing =
      missing.length > 1 ? missing.flatMap((range) => inPieces(range, shareOf(bytesIn(missing), pieces))) : missing;
    this.#cut = missing.length > 1 || (only?.to ?? size) < size;
  }

  /** Whether everything has been moved. */
  get isDone(): boolean {
    return this.#missing.length === 0 && this.#working.size === 0;
  }

  /** Whether it was ever anything else than one piece that reaches to the end of the file. */
  get wasCut(): boolean {
    return this.#cut;
  }

  /** What is missing and nobody is at work on. */
  get missing(): readonly ByteRange[] {
    return this.#missing;
  }

  /** Whether there is something to do for one more connection. */
  get hasWork(): boolean {
    return this.#missing.length > 0 || this.#divisible() !== null || this.#longestRest() !== null;
  }

  /** Milliseconds that a beginning costs, the cheapest there was; Infinity while none is known. */
  get beginningMs(): number {
    for (const piece of this.#working) this.#learn(piece);
    return this.#beginningMs;
  }

  /** Nothing is cut any more from what somebody is at work on: it would only wait. */
  stopCutting(): void {
    this.#isCuttable = false;
  }

  /** What a connection is to do next; null: nothing for now, though what another is at work on may come back. */
  take(): Piece | null {
    this.#divide();
    const [next, ...others] = this.#missing;
    if (next !== undefined) {
      this.#missing = others;
      return this.#begin(next);
    }
    const longest = this.#longestRest();
    if (longest === null) return null;
    const { to } = longest;
    longest.to = Math.ceil((reached(longest) + to) / 2);
    this.#cut = true;
    return this.#begin({ from: longest.to, to });
  }

  /**
   * A connection has left its piece.
   * @param to up to where all bytes of the piece are surely in their place
   */
  end(piece: Piece, to: number): void {
    this.#working.delete(piece);
    this.#learn(piece);
    if (to >= piece.to) return;
    const rest = { from: Math.max(piece.from, to), to: piece.to };
    // Whoever is at work right before it may just go on, and need not be stopped for it.
    const before = [...this.#working].find((other) => other.to === rest.from);
    if (before === undefined) {
      this.#missing = [...this.#missing, rest].toSorted((one, other) => one.from - other.from);
    } else before.to = rest.to;
  }

  #divide(): void {
    const only = this.#divisible();
    if (only === null) return;
    const left = { from: reached(only), to: only.to };
    const [own, ...others] = inPieces(left, shareOf(rest(only), this.#undivided));
    this.#undivided = 1;
    this.#missing = others;
    only.to = own?.to ?? only.to;
    this.#cut = true;
  }

  /** The only piece, where more are wished for and it is worth that many or fewer. */
  #divisible(): Piece | null {
    const [only] = this.#working;
    if (
      !this.#isCuttable ||
      this.#undivided === 1 ||
      this.#missing.length > 0 ||
      this.#working.size !== 1 ||
      only === undefined
    )
      return null;
    return rest(only) > SMALLEST_PIECE ? only : null;
  }

  #begin({ from, to }: ByteRange): Piece {
    const piece: Piece = { from, to, counter: new MeasuredBytes(this.#now) };
    this.#working.add(piece);
    return piece;
  }

  /** The piece that takes the longest, where that is worth a cut. */
  #longestRest(): Piece | null {
    if (!this.#isCuttable) return null;
    const { beginningMs } = this;
    const least = Math.max(SHORTEST_REST, Number.isFinite(beginningMs) ? beginningMs * WORTH_BEGINNINGS : 0);
    let longest: Piece | null = null;
    for (const piece of this.#working) {
      if (piece.counter.ageMs < SETTLING) continue;
      if (rest(piece) < 2 * SMALLEST_REMAINDER || restMs(piece) < least) continue;
      if (longest === null || restMs(piece) > restMs(longest)) longest = piece;
    }
    return longest;
  }

  #learn({ counter }: Piece): void {
    this.#beginningMs = Math.min(this.#beginningMs, counter.firstAfterMs ?? Number.POSITIVE_INFINITY);
  }
}

const reached = ({ from, counter }: Piece): number => from + counter.bytes;

/** Bytes of each of so many pieces. */
const shareOf = (bytes: number, pieces: number): number => Math.max(SMALLEST_PIECE, Math.ceil(bytes / pieces));

const rest = (piece: Piece): number => piece.to - reached(piece);

const restMs = (piece: Piece): number => piece.counter.remainingMs(rest(piece));

/** A range in pieces of about the same length, none longer than `most`. */
const inPieces = ({ from, to }: ByteRange, most: number): readonly ByteRange[] => {
  const count = Math.max(1, Math.ceil((to - from) / most));
  const at = (index: number): number => from + Math.floor(((to - from) * index) / count);
  return Array.from({ length: count }, (_, index) => ({ from: at(index), to: at(index + 1) }));
};
