import { setTimeout as pause } from 'node:timers/promises';

/** A command line, and when it came in: by the clock, and in round trips. */
export interface Heard {
  readonly line: string;
  readonly at: number;
  readonly trip: number;
}

/**
 * Commands in the order they came, each begun when the one before is done: "server-FTP processes should queue any
 * commands that arrive while a preceding command is in progress" (RFC 959 4.2).
 */
export class CommandQueue {
  readonly #delay: number;
  readonly #perform: (heard: Heard) => Promise<void>;
  readonly #waiting: Heard[] = [];
  #busy = true;

  /** Nothing is performed before `open`. `delay` milliseconds pass from hearing a command to beginning it. */
  constructor(delay: number, perform: (heard: Heard) => Promise<void>) {
    this.#delay = delay;
    this.#perform = perform;
  }

  /** The greeting has gone out. */
  open(): Promise<void> {
    this.#busy = false;
    return this.#drain();
  }

  add(heard: Heard): void {
    this.#waiting.push(heard);
    if (!this.#busy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    for (let heard = this.#waiting.shift(); heard; heard = this.#waiting.shift()) {
      const left = heard.at + this.#delay - performance.now();
      if (this.#delay > 0 && left > 0) await pause(left);
      await this.#perform(heard);
    }
    this.#busy = false;
  }
}
