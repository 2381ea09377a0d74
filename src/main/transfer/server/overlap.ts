import { FaultError } from '#shared/fault.ts';
import type { DataSink } from '../../ftp/engine.ts';

/**
 * Bytes before the place where a transfer goes on that are compared with the other side's: what was written there last is
 * what a crash spoils, and a file that was changed in its place differs there more likely than in its size.
 */
const OVERLAP = 64 * 1024;

/** How many of `kept` bytes are compared before more is put behind them. */
export const overlapOf = (kept: number): number => Math.min(OVERLAP, kept);

/** A sink that compares the first bytes with those that are here, and passes on what comes behind them. */
export interface OverlapSink extends DataSink {
  /** Whether all of what is here has come again. */
  readonly isCompared: boolean;
  /** Faults: `content-mismatch` where it has not, and the other side had no more. */
  expectCompared(): void;
}

/** Faults of `write`: `content-mismatch`, before anything behind the difference is written; those of `sink`. */
export const overlapSink = (sink: DataSink, expected: Uint8Array): OverlapSink => {
  let compared = 0;
  let differs = false;
  return {
    write: async (chunk) => {
      const common = Math.min(chunk.length, expected.length - compared);
      const here = expected.subarray(compared, compared + common);
      differs ||= !sameBytes(chunk.subarray(0, common), here);
      // Several may be under way: none of them goes past the difference.
      if (differs) throw overlapDiffers();
      compared += common;
      if (common < chunk.length) await sink.write(chunk.subarray(common));
    },
    get isCompared() {
      return compared === expected.length;
    },
    expectCompared: () => {
      if (compared < expected.length) throw overlapDiffers();
    },
  };
};

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** What is there already turned out to be different from the source. */
export const overlapDiffers = (): FaultError =>
  new FaultError({
    kind: 'protocol',
    stage: 'after-preliminary-reply',
    reason: 'content-mismatch',
    detail: 'what is there already is not what the source has in its place',
  });
