/**
 * Bytes of one buffer: a read and a write of a quarter of it cost nearly as much. For what is never filled the system
 * gives no memory.
 */
export const BUFFER_BYTES = 1024 * 1024;
/** Buffers kept between transfers: enough for eight connections at work on small files, which fill little of them. */
const MOST_KEPT = 16;

const kept: Buffer[] = [];

/**
 * A buffer, with whatever an earlier transfer left in it. Made anew for every transfer they would be most of what a
 * folder of small files costs: a file of a few KiB needs as many as a large one.
 */
export const takeBuffer = (): Buffer => kept.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);

/** Puts a buffer by for the next transfer. Nothing may read from it or write to it any more. */
export const keepBuffer = (buffer: Buffer): void => {
  if (kept.length < MOST_KEPT) kept.push(buffer);
};
