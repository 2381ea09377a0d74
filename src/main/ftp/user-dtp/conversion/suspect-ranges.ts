import type { SuspectData } from '../../engine.ts';

/** Ranges kept apart. A server that marks every second block would have us keep millions; the last one then grows. */
const MOST_RANGES = 1000;

export interface SuspectRanges {
  begin(offset: number): void;
  end(offset: number): void;
  /** In order, none touching the next, none empty. */
  readonly list: readonly SuspectData[];
}

export const createSuspectRanges = (): SuspectRanges => {
  const list: SuspectData[] = [];
  let from = 0;
  return {
    begin(offset) {
      from = offset;
    },
    end(offset) {
      if (offset <= from) return;
      const before = list.at(-1);
      if (before !== undefined && (before.offset + before.length >= from || list.length === MOST_RANGES)) {
        list[list.length - 1] = { offset: before.offset, length: offset - before.offset };
      } else list.push({ offset: from, length: offset - from });
    },
    list,
  };
};
