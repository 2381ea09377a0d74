/** Bytes of one buffer; larger ones gain little and small files pay for them. */
export const BUFFER_BYTES = 256 * 1024;
/** Buffers of one data connection: one being filled, one in reserve, the others on their way to the disk. */
export const BUFFER_COUNT = 4;

/** A few large buffers used over and over, made when first needed. */
export interface BufferRing {
  /** A free buffer, or undefined when all are in use. */
  take(): Buffer | undefined;
  giveBack(buffer: Buffer): void;
  /** Buffers not in use. */
  readonly free: number;
}

export const createBufferRing = (count = BUFFER_COUNT, bytes = BUFFER_BYTES): BufferRing => {
  const idle: Buffer[] = [];
  let made = 0;
  return {
    take() {
      const buffer = idle.pop();
      if (buffer !== undefined) return buffer;
      if (made === count) return undefined;
      made += 1;
      return Buffer.allocUnsafeSlow(bytes);
    },
    giveBack(buffer) {
      idle.push(buffer);
    },
    get free() {
      return idle.length + count - made;
    },
  };
};
