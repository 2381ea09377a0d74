import { FaultError } from '#shared/fault.ts';
import type { DataSink } from '../ftp/engine.ts';
import { type FileSource, openFileSource } from './file-source.ts';

/** Bytes that are compared at a time. */
const PIECE = 256 * 1024;

/**
 * Whether what comes is what a local file holds. At the first byte that differs the sink refuses to take any more.
 *
 * @param receive hands all of it to the sink, in order
 * Faults: `local-file` of the file; those of `receive`, but for the one that the sink's refusal ends in.
 */
export const isContentOf = async (path: string, receive: (sink: DataSink) => Promise<unknown>): Promise<boolean> => {
  const file = await openFileSource(path);
  try {
    const comparison = comparisonWith(file);
    try {
      await receive(comparison.sink);
    } catch (thrown) {
      if (!comparison.differs()) throw thrown;
    }
    return comparison.isSame();
  } finally {
    await file.close();
  }
};

/** Whether two local files hold the same. Faults: `local-file`. */
export const haveSameContent = async (path: string, other: string): Promise<boolean> => {
  const file = await openFileSource(path);
  try {
    const source = file.from(0);
    return await isContentOf(other, async (sink) => {
      const piece = new Uint8Array(PIECE);
      for (let length = await source.read(piece); length > 0; length = await source.read(piece)) {
        await sink.write(piece.subarray(0, length));
      }
    });
  } finally {
    await file.close();
  }
};

interface Comparison {
  readonly sink: DataSink;
  /** Whether a byte has come that is not the file's. */
  differs(): boolean;
  /** Once all has come: whether it was the file, to its end. */
  isSame(): boolean;
}

const comparisonWith = (file: FileSource): Comparison => {
  const source = file.from(0);
  let scratch = new Uint8Array(PIECE);
  let compared = 0;
  let differs = false;
  let last: Promise<void> = Promise.resolve();

  const compare = async (chunk: Uint8Array): Promise<void> => {
    if (scratch.length < chunk.length) scratch = new Uint8Array(chunk.length);
    const ours = scratch.subarray(0, chunk.length);
    differs ||= !(await fill(ours, source)) || Buffer.compare(ours, chunk) !== 0;
    if (differs) throw new FaultError({ kind: 'cancelled', stage: 'after-preliminary-reply' });
    compared += chunk.length;
  };

  return {
    sink: {
      write: (chunk) => {
        // Several may be handed over before the first is settled; the file is read in their order.
        last = last.then(() => compare(chunk));
        return last;
      },
    },
    differs: () => differs,
    isSame: () => !differs && compared === file.size,
  };
};

/** Fills a buffer with what follows. False where there is less. */
const fill = async (into: Uint8Array, source: { read(into: Uint8Array): Promise<number> }): Promise<boolean> => {
  for (let filled = 0; filled < into.length; ) {
    const length = await source.read(into.subarray(filled));
    if (length === 0) return false;
    filled += length;
  }
  return true;
};
