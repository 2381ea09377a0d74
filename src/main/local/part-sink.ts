import type { DataSink } from '../ftp/engine.ts';
import { locally } from './local-fault.ts';

export interface PartSink extends DataSink {
  /** Waits for every write under way. Answers how many bytes from the start of the file are surely written. */
  settled(): Promise<number>;
  /** How many are surely written by now, without waiting. */
  written(): number;
}

/** What the sink needs of an open file. */
export interface Writable {
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
}

/**
 * Writes the chunks one behind the other from `offset` on. Each write names its own position, so several may be under
 * way at once; a chunk is the caller's again when its promise settles.
 * Faults: `local-file` at stage `after-preliminary-reply`.
 */
export const partSink = (path: string, file: Writable, offset: number): PartSink => {
  let position = offset;
  let firstHole = Number.POSITIVE_INFINITY;
  /** With the place each began at, in the order of these. */
  const underWay = new Map<Promise<void>, number>();

  const writeAll = async (chunk: Uint8Array, at: number): Promise<void> => {
    // A disk that is nearly full takes a part of a chunk first and refuses the rest.
    for (let done = 0; done < chunk.length; ) {
      done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
    }
  };

  return {
    write: async (chunk) => {
      const at = position;
      position += chunk.length;
      const writing = locally(path, 'after-preliminary-reply', () => writeAll(chunk, at));
      underWay.set(writing, at);
      try {
        await writing;
      } catch (thrown) {
        firstHole = Math.min(firstHole, at);
        throw thrown;
      } finally {
        underWay.delete(writing);
      }
    },
    settled: async () => {
      await Promise.allSettled(underWay.keys());
      return Math.min(position, firstHole);
    },
    written: () => {
      const [first = position] = underWay.values();
      return Math.min(first, firstHole);
    },
  };
};
