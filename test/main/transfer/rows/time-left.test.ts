import { describe, expect, test } from 'vitest';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';

const LOOK_MS = 250;

/**
 * The time left as a person sees it, each second, of a file that comes as `bytesAt` says.
 * @param bytesAt what has come after so many milliseconds
 */
const timesLeft = (size: number, seconds: number, bytesAt: (ms: number) => number): readonly (number | null)[] => {
  const meter = new RateMeter();
  const shown: (number | null)[] = [];
  for (let ms = 0; ms <= seconds * 1_000; ms += LOOK_MS) {
    meter.sample(ms, bytesAt(ms));
    if (ms % 1_000 === 0) shown.push(meter.remainingMs(size - bytesAt(ms)));
  }
  return shown;
};

/** By which part of itself it changed most from one second to the next, beside the second that went by. */
const mostJump = (times: readonly (number | null)[]): number =>
  Math.max(
    ...times.slice(1).map((time, index) => {
      const before = times[index];
      if (time === null || before === null || before === undefined) return Number.POSITIVE_INFINITY;
      return Math.abs(time - (before - 1_000)) / before;
    }),
  );

const MEGA = 1_000_000;
/** A second of 12 MB/s, then `pause` seconds of nothing, again and again. */
const bursts = (pause: number) => (ms: number) => {
  const period = (pause + 1) * 1_000;
  return Math.floor(ms / period) * 12 * MEGA + Math.min(ms % period, 1_000) * 12_000;
};

describe('the time left does not jump', () => {
  test.each([1, 3, 5, 9])('while data comes in bursts with %i seconds between them', (pause) => {
    const times = timesLeft(10_000 * MEGA, 120, bursts(pause)).slice(8);
    expect(mostJump(times)).toBeLessThan(0.12);
  });

  test('when a transfer suddenly goes ten times as fast, and it is right half a minute later', () => {
    const bytesAt = (ms: number) => (ms < 30_000 ? ms * 1_000 : 30 * MEGA + (ms - 30_000) * 10_000);
    const times = timesLeft(10_000 * MEGA, 75, bytesAt);
    expect(mostJump(times.slice(8))).toBeLessThan(0.12);
    const left = (10_000 * MEGA - bytesAt(75_000)) / 10_000;
    expect((times.at(-1) ?? 0) / left).toBeGreaterThan(0.9);
    expect((times.at(-1) ?? 0) / left).toBeLessThan(1.15);
  });

  test('and it goes down by the second while all is even', () => {
    expect(mostJump(timesLeft(1_000 * MEGA, 60, (ms) => ms * 1_000).slice(2))).toBeLessThan(0.001);
  });
});

test('nobody can say how long it takes once nothing has come for a while', () => {
  const times = timesLeft(1_000 * MEGA, 60, (ms) => Math.min(ms, 20_000) * 1_000);
  expect(times[30]).not.toBeNull();
  expect(times[36]).toBeNull();
});
