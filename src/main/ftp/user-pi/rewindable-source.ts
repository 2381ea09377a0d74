import type { DataSource } from '../engine.ts';

/**
 * Bytes after which reading can no longer be begun again; a server that refuses at once has hardly been sent more by
 * then.
 */
export const KEPT_BYTES = 1024 * 1024;

/** A source whose beginning can be read again, for a transfer that was refused when its first bytes were on the way. */
export interface RewindableSource {
  /**
   * The source from its beginning; readers from before get no more bytes. Null where too much has been read to go back.
   */
  fromStart(): DataSource | null;
}

export const rewindable = (source: DataSource): RewindableSource => {
  const kept: Uint8Array[] = [];
  let keptBytes = 0;
  let lost = false;
  let readers = 0;
  /** Reads go one after another, so that one of a reader given up still leaves its bytes to the next reader. */
  let last: Promise<unknown> = Promise.resolve();

  const readOn = async (into: Uint8Array): Promise<number> => {
    if (keptBytes >= KEPT_BYTES) {
      lost = true;
      kept.length = 0;
      return source.read(into);
    }
    const length = await source.read(into);
    // A copy (Buffer's slice is none): the buffer is filled again.
    kept.push(new Uint8Array(into.subarray(0, length)));
    keptBytes += length;
    return length;
  };

  return {
    fromStart() {
      if (lost) return null;
      readers += 1;
      const reader = readers;
      let piece = 0;
      let within = 0;
      const read = async (into: Uint8Array): Promise<number> => {
        if (reader !== readers) return 0;
        const again = kept[piece];
        if (again === undefined) {
          piece += 1;
          return readOn(into);
        }
        const part = again.subarray(within, within + into.length);
        into.set(part);
        within += part.length;
        if (within === again.length) {
          piece += 1;
          within = 0;
        }
        return part.length;
      };
      return {
        read(into) {
          const turn = last.then(() => read(into));
          last = turn.catch(() => {});
          return turn;
        },
      };
    },
  };
};
