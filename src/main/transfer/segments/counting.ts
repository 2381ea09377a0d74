import type { ByteCounter } from '../../ftp/engine.ts';
import type { SegmentWish } from './recruit.ts';

/** Bytes. A smaller file is through before a second connection has been found worth while. */
const LARGE = 32 * 1024 * 1024;
/** The same where so many connections are wished for, whatever they are worth. */
const LARGE_FOR_EXACTLY = 8 * 1024 * 1024;

/** Whether a file of so many bytes is worth several connections. */
export const isLargeEnough = (size: number, { exactly }: SegmentWish): boolean =>
  size >= (exactly ? LARGE_FOR_EXACTLY : LARGE);

/** A counter of one piece that counts for all of them as well. */
export const countingInto = (all: ByteCounter, own: ByteCounter): ByteCounter => ({
  get bytes() {
    return own.bytes;
  },
  set bytes(bytes) {
    all.bytes += bytes - own.bytes;
    own.bytes = bytes;
  },
});

/** A counter that tells once when it comes to so many bytes. */
export const countingTo = (total: number, reached: () => void): ByteCounter => {
  let counted = 0;
  return {
    get bytes() {
      return counted;
    },
    set bytes(bytes) {
      const isReached = counted < total && bytes >= total;
      counted = bytes;
      if (isReached) reached();
    },
  };
};
