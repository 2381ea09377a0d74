import type { Row } from './listing-table.ts';
import type { CompareRows } from './row-order.ts';

/** What is sorted in one go before the clock is looked at: well under a millisecond. */
const RUN = 256;
/** How many rows are merged between two looks at the clock. */
const CHECK_EVERY = 512;

/**
 * Sorts rows bottom-up in slices and pauses between them: a generator, so that whoever drives it owns the clock. It
 * yields each time a slice's worth of work may be over; the caller goes on at once or after a pause.
 */
export function* sortSteps(rows: Uint32Array, compare: CompareRows): Generator<void, Uint32Array> {
  let from = Uint32Array.from(rows);
  for (let start = 0; start < from.length; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    yield;
  }
  let into = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += width * 2) {
      yield* mergeRuns(from, into, start, width, compare);
    }
    [from, into] = [into, from];
  }
  return from;
}

function* mergeRuns(
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  width: number,
  compare: CompareRows,
): Generator<void, void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + width * 2, from.length);
  let left = start;
  let right = middle;
  for (let write = start; write < end; write += 1) {
    const takeLeft = right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    const row: Row = (takeLeft ? from[left] : from[right]) ?? 0;
    into[write] = row;
    if (takeLeft) left += 1;
    else right += 1;
    if (write % CHECK_EVERY === 0) yield;
  }
}

export interface SliceClock {
  /** Milliseconds. */
  now(): number;
  /** Lets the window answer input and paint, then goes on. */
  pause(): Promise<void>;
}

/** The longest stretch without a pause: half a frame, so that 60 frames a second stay possible. */
export const SLICE_MS = 8;

/**
 * Drives `sortSteps` without holding the window up for more than SLICE_MS at a time.
 * @returns the order, or null where `signal` fired meanwhile
 */
export const sortInSlices = async (
  rows: Uint32Array,
  compare: CompareRows,
  clock: SliceClock,
  signal: AbortSignal,
): Promise<Uint32Array | null> => {
  const steps = sortSteps(rows, compare);
  let sliceBegan = clock.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (clock.now() - sliceBegan < SLICE_MS) continue;
    await clock.pause();
    if (signal.aborted) return null;
    sliceBegan = clock.now();
  }
};

/** The window's own clock; a message, unlike a timer, comes back without a minimum wait. */
export const windowClock: SliceClock = {
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};
