import { describe, expect, test } from 'vitest';
import { type Piece, SegmentPlan } from '../../../../src/main/transfer/segments/segment-plan.ts';

const MIB = 1024 * 1024;

/** A file of 64 MiB in two pieces, taken at once, that come at the rates given, in MiB a second, for so many seconds. */
const half = (seconds: number, [first, second]: readonly [number, number], firstAfterMs = 100) => {
  let now = 0;
  const plan = new SegmentPlan([{ from: 0, to: 64 * MIB }], 64 * MIB, 2, () => now);
  const pieces = [plan.take(), plan.take()].filter((piece): piece is Piece => piece !== null);
  for (now = firstAfterMs; now <= seconds * 1_000; now += 100)
    for (const [index, rate] of [first, second].entries()) {
      const counter = pieces[index]?.counter;
      if (counter !== undefined && rate > 0) counter.bytes = Math.min(32 * MIB, (rate * MIB * now) / 1_000);
    }
  now = seconds * 1_000;
  const [done] = pieces;
  if (done !== undefined) plan.end(done, done.to);
  return plan;
};

describe('a connection that is through', () => {
  test('takes half of what another is at work on for long', () => {
    expect(half(4, [8, 2]).take()).toMatchObject({ from: 52 * MIB, to: 64 * MIB });
  });

  test('leaves alone what is over in less than two seconds', () => {
    expect(half(4, [8, 6]).take()).toBeNull();
  });

  test('leaves alone what is over before a beginning is made up for', () => {
    const rates = [32, 4] as const;
    expect(half(4, rates, 100).take()).not.toBeNull();
    expect(half(4, rates, 1_200).take()).toBeNull();
  });

  test('takes half of what has come to a standstill', () => {
    expect(half(4, [8, 0]).take()).toMatchObject({ from: 48 * MIB, to: 64 * MIB });
  });

  test('leaves alone what has just begun', () => {
    expect(half(1.5, [32, 0.1]).take()).toBeNull();
    expect(half(2.5, [32, 0.1]).take()).not.toBeNull();
  });
});
