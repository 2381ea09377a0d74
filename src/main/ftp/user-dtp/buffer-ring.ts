import { keepBuffer, takeBuffer } from './buffer-pool.ts';

/** Buffers of one data connection: one being filled, one in reserve, one on its way to the disk. */
export const BUFFER_COUNT = 3;

/** A few large buffers used over and over. */
export interface BufferRing {
  /** A free buffer, or undefined when all are in use. */
  take(): Buffer | undefined;
  giveBack(buffer: Buffer): void;
  /** Buffers not in use. */
  readonly free: number;
}

export const createBufferRing = (count = BUFFER_COUNT): BufferRing => {
  let taken = 0;
  return {
    take() {
      if (taken === count) return undefined;
      taken += 1;
      return takeBuffer();
    },
    giveBack(buffer) {
      // A receiver that ran out may give back more than it took.
      taken = Math.max(0, taken - 1);
      keepBuffer(buffer);
    },
    get free() {
      return count - taken;
    },
  };
};
