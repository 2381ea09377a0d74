import type { Pace } from '../engine.ts';

/** What lies between a data connection that brings pieces of its own size and whoever takes them. */
export interface PacedInputOptions {
  readonly pace: Pace;
  readonly through: (bytes: Uint8Array) => void;
  /** Nothing more is to be read from the network. */
  readonly hold: () => void;
  /** All that was held is through: the network may be read again. */
  readonly goOn: () => void;
}

/**
 * Lets what arrives through at a pace. What is held is the one piece that was on its way when the network was told to
 * wait; the server feels it by its window, and nothing is buffered.
 */
export class PacedInput {
  readonly #options: PacedInputOptions;
  #held: Uint8Array | null = null;
  readonly #waiting: (() => void)[] = [];

  constructor(options: PacedInputOptions) {
    this.#options = options;
  }

  /** Whether there is something that waits for its turn. */
  get holds(): boolean {
    return this.#held !== null;
  }

  take(bytes: Uint8Array): void {
    // A stream may bring a piece that was under way when it was told to wait.
    if (this.#held === null) this.#pass(bytes);
    else this.#held = Buffer.concat([this.#held, bytes]);
  }

  /** Calls `done` once nothing is held any more: at once where nothing is. */
  whenThrough(done: () => void): void {
    if (this.#held === null) done();
    else this.#waiting.push(done);
  }

  #pass(bytes: Uint8Array): void {
    const { pace, through, hold } = this.#options;
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + pace.piece);
      at += piece.length;
      const turn = pace.turn(piece.length);
      through(piece);
      if (turn === null) continue;
      this.#held = bytes.subarray(at);
      hold();
      void turn.then(() => this.#goOn());
      return;
    }
  }

  #goOn(): void {
    const held = this.#held ?? new Uint8Array();
    this.#held = null;
    this.#pass(held);
    if (this.#held !== null) return;
    this.#options.goOn();
    for (const done of this.#waiting.splice(0)) done();
  }
}
