/** Bytes of a file from one place up to, but not including, another. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** The same bytes in as few ranges as can be, in order; empty ones are left out. */
export const joinRanges = (ranges: readonly ByteRange[]): readonly ByteRange[] => {
  const joined: ByteRange[] = [];
  for (const range of ranges.filter(({ from, to }) => from < to).toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last === undefined || range.from > last.to) joined.push(range);
    else if (range.to > last.to) joined[joined.length - 1] = { from: last.from, to: range.to };
  }
  return joined;
};

/** What is not in `ranges` of a file of `size` bytes, in order. */
export const missingRanges = (ranges: readonly ByteRange[], size: number): readonly ByteRange[] => {
  const missing: ByteRange[] = [];
  let at = 0;
  for (const { from, to } of joinRanges(ranges)) {
    if (from > at) missing.push({ from: at, to: Math.min(from, size) });
    at = to;
  }
  if (at < size) missing.push({ from: at, to: size });
  return missing.filter(({ from, to }) => from < to);
};

/** Bytes in ranges of which no two overlap. */
export const bytesIn = (ranges: readonly ByteRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0);
