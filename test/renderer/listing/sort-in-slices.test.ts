import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SLICE_MS, type SliceClock, sortInSlices } from '../../../src/renderer/state/listing/sort-in-slices.ts';

/** A clock that goes on by a fixed step at each look, and counts the pauses. */
const steppingClock = (stepMs: number) => {
  let now = 0;
  let longest = 0;
  let pausedAt = 0;
  const state = { pauses: 0 };
  const clock: SliceClock = {
    now: () => {
      now += stepMs;
      longest = Math.max(longest, now - pausedAt);
      return now;
    },
    pause: async () => {
      state.pauses += 1;
      pausedAt = now;
    },
  };
  return { clock, state, longest: () => longest };
};

const live = (): AbortSignal => new AbortController().signal;

describe('sortInSlices', () => {
  test('sorts like Array.sort, whatever the number of rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { maxLength: 2_000 }), async (values) => {
        const compare = (a: number, b: number): number => (values[a] ?? 0) - (values[b] ?? 0) || a - b;
        const rows = Uint32Array.from(values, (_, row) => row);
        const sorted = await sortInSlices(rows, compare, steppingClock(0.1).clock, live());
        expect([...(sorted ?? [])]).toEqual([...rows].sort(compare));
      }),
      { numRuns: 30 },
    );
  });

  test('pauses before it has held the window up for longer than a slice', async () => {
    const rows = Uint32Array.from({ length: 20_000 }, (_, row) => row);
    const { clock, state, longest } = steppingClock(1);
    await sortInSlices(rows, (a, b) => b - a, clock, live());
    expect(state.pauses).toBeGreaterThan(10);
    expect(longest()).toBeLessThanOrEqual(SLICE_MS + 2);
  });

  test('does not change what it was given', async () => {
    const rows = Uint32Array.from([2, 0, 1]);
    await sortInSlices(rows, (a, b) => a - b, steppingClock(0).clock, live());
    expect([...rows]).toEqual([2, 0, 1]);
  });

  test('gives up when it is told to', async () => {
    const { clock } = steppingClock(SLICE_MS);
    const aborting = new AbortController();
    const stopping: SliceClock = { ...clock, pause: async () => aborting.abort() };
    const rows = Uint32Array.from({ length: 5_000 }, (_, row) => row);
    expect(await sortInSlices(rows, (a, b) => b - a, stopping, aborting.signal)).toBeNull();
  });
});
