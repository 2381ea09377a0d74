import type { ByteCounter, DataSink, Extent } from '../engine.ts';

/**
 * Milliseconds for a server that was told where to end to close the data connection there. It need not come: what was
 * wanted is here.
 */
const CLOSING_MS = 1_000;

/** A sink that takes no more of a file than is wanted of it. */
export interface ExtentSink extends DataSink {
  /** The server was told to end after so many bytes, and is given a moment for it. */
  expectEnd(bytes: number): void;
  /** The transfer is over: nothing is waited for any more. */
  over(): void;
}

/**
 * Hands `sink` the first bytes, as many as `extent` says at the time, and counts those alone. What a server sends behind
 * them, as most cannot be told where to end, is dropped.
 *
 * @param enough called when all that is wanted has been handed over, and the data connection is of no more use
 */
export const extentSink = (sink: DataSink, extent: Extent, counter: ByteCounter, enough: () => void): ExtentSink => {
  let handed = 0;
  let endsAfter: number | null = null;
  let closing: NodeJS.Timeout | null = null;
  return {
    async write(chunk) {
      const wanted = Math.max(0, Math.min(chunk.length, extent.length - handed));
      handed += wanted;
      if (handed >= extent.length) {
        if (handed === endsAfter && wanted === chunk.length) closing ??= setTimeout(enough, CLOSING_MS);
        else enough();
      }
      if (wanted === 0) return;
      await sink.write(chunk.subarray(0, wanted));
      counter.bytes += wanted;
    },
    expectEnd(bytes) {
      endsAfter = bytes;
    },
    over() {
      if (closing !== null) clearTimeout(closing);
    },
  };
};
