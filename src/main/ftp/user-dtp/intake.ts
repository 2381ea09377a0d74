import { takeBuffer } from './buffer-pool.ts';
import { createBufferRing } from './buffer-ring.ts';

/** Bytes. With less room left in a buffer the next one is begun: a read is never cut to a sliver. */
const LEAST_ROOM = 64 * 1024;

interface Filling {
  readonly bytes: Buffer;
  /** All before it has been handed to the sink. */
  from: number;
  /** All before it has come. */
  to: number;
  /** Parts of it that the sink is at work on. */
  writes: number;
  /** Nothing more comes into it. */
  sealed: boolean;
}

export interface IntakeOptions {
  /** Hands bytes to the sink; they are the intake's again when it settles. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The sink has taken some. */
  readonly onWritten: () => void;
  readonly onFault: (thrown: unknown) => void;
}

/**
 * What has come over a data connection, on its way to the sink: gathered in a few large buffers while the sink is busy with
 * what came before, so that small pieces do not cost a write each, and handed over at once when it is idle.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #ring = createBufferRing();
  #filling: Filling | null = null;
  #writing = 0;
  #flushing = false;
  #closed = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Whether the sink is at work. */
  get busy(): boolean {
    return this.#writing > 0;
  }

  /**
   * Whether reading is to wait for the sink.
   * @param ahead how many buffers have to be there behind the one that is read into: one where the system is given the next
   * as soon as that is full, whether it reads on or not
   */
  isFull(ahead: 0 | 1): boolean {
    return this.#ring.free < ahead + (this.#filling === null ? 1 : 0);
  }

  /** Where what comes next is to be put, for `filled` to tell how much it was; undefined where the sink has all buffers. */
  room(): Buffer | undefined {
    const filling = this.#filling ?? this.#begin(this.#ring.take());
    return filling?.bytes.subarray(filling.to);
  }

  /** So many bytes have come into the `room`. */
  filled(length: number): void {
    const filling = this.#filling;
    if (filling === null || this.#closed) return;
    filling.to += length;
    if (filling.bytes.length - filling.to < LEAST_ROOM) this.#seal(filling);
    else this.#flushSoon();
  }

  /** What came in the system's own pieces. One may need more than is free, and gets a buffer beyond the few. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const filling = this.#filling ?? this.#begin(this.#ring.take() ?? takeBuffer());
      const part = bytes.subarray(at, at + filling.bytes.length - filling.to);
      filling.bytes.set(part, filling.to);
      filling.to += part.length;
      at += part.length;
      if (filling.to === filling.bytes.length) this.#seal(filling);
    }
    this.#flushSoon();
  }

  /** Hands over all that is here. */
  flush(): void {
    const filling = this.#filling;
    if (filling === null || filling.to === filling.from || this.#closed) return;
    const part = filling.bytes.subarray(filling.from, filling.to);
    filling.from = filling.to;
    filling.writes += 1;
    this.#writing += 1;
    this.#options.write(part).then(() => this.#written(filling), this.#options.onFault);
  }

  /** Takes and hands over nothing more. */
  close(): void {
    this.#closed = true;
  }

  /** The system reads into `room` no more. */
  release(): void {
    if (this.#filling !== null) this.#seal(this.#filling);
  }

  #begin(bytes: Buffer): Filling;
  #begin(bytes: Buffer | undefined): Filling | null;
  #begin(bytes: Buffer | undefined): Filling | null {
    if (bytes !== undefined) this.#filling = { bytes, from: 0, to: 0, writes: 0, sealed: false };
    return this.#filling;
  }

  #seal(filling: Filling): void {
    this.flush();
    filling.sealed = true;
    this.#filling = null;
    this.#giveBack(filling);
  }

  #giveBack(filling: Filling): void {
    if (filling.sealed && filling.writes === 0) this.#ring.giveBack(filling.bytes);
  }

  #written(filling: Filling): void {
    this.#writing -= 1;
    filling.writes -= 1;
    this.#giveBack(filling);
    if (this.#writing === 0) this.flush();
    this.#options.onWritten();
  }

  /** One turn of the event loop brings several pieces; an idle sink gets them together. */
  #flushSoon(): void {
    if (this.#writing > 0 || this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      if (this.#writing === 0) this.flush();
    });
  }
}
