import { describe, expect, test } from 'vitest';
import { jointPace } from '../../../../src/main/transfer/pacing/joint-pace.ts';
import { RateLimit } from '../../../../src/main/transfer/pacing/rate-limit.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { awayFrom, startMover } from './mover.ts';

const FAST = 1_000_000_000;

const limitOf = (clock: FakeClock, rate: number | null): RateLimit => {
  const limit = new RateLimit(clock);
  limit.change(rate);
  return limit;
};

/** Bytes that `count` transfers move in that many milliseconds, each. */
const movedBy = async (clock: FakeClock, limit: RateLimit, count: number, milliseconds: number) => {
  const movers = Array.from({ length: count }, () => startMover(clock, limit, FAST, () => {}));
  await clock.pass(milliseconds);
  for (const mover of movers) mover.stop();
  return movers.map(({ moved }) => moved);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('one limit', () => {
  test('without a rate nobody waits, and nothing is in pieces', () => {
    const limit = limitOf(fakeClock(), null);
    expect(limit.piece).toBe(Number.POSITIVE_INFINITY);
    expect(limit.turn(10_000_000)).toBeNull();
  });

  test.each([1_024, 20_000, 500_000, 50_000_000])(
    'is kept to one part in a hundred: %i bytes a second',
    async (rate) => {
      const clock = fakeClock();
      const [moved = 0] = await movedBy(clock, limitOf(clock, rate), 1, 20_000);
      expect(awayFrom(moved, rate * 20)).toBeLessThan(0.01);
    },
  );

  test('holds for all transfers together, and each gets the same', async () => {
    const clock = fakeClock();
    const moved = await movedBy(clock, limitOf(clock, 400_000), 8, 10_000);
    expect(awayFrom(sum(moved), 4_000_000)).toBeLessThan(0.03);
    expect(Math.max(...moved) / Math.min(...moved)).toBeLessThan(1.05);
  });

  test('what one does not use is there for the others', async () => {
    const clock = fakeClock();
    const limit = limitOf(clock, 400_000);
    const slow = startMover(clock, limit, 20_000, () => {});
    const fast = startMover(clock, limit, FAST, () => {});
    await clock.pass(10_000);
    expect(slow.moved).toBeGreaterThan(150_000);
    expect(slow.moved + fast.moved).toBeGreaterThan(3_900_000);
  });

  test('a pause is not caught up on: no more than a tenth of a second is', async () => {
    const clock = fakeClock();
    const limit = limitOf(clock, 1_000_000);
    await clock.pass(60_000);
    const [moved = 0] = await movedBy(clock, limit, 1, 1_000);
    expect(moved).toBeLessThan(1_150_000);
  });

  test('late timers cost no speed', async () => {
    const clock = fakeClock();
    const late = { ...clock, after: (milliseconds: number, run: () => void) => clock.after(milliseconds + 15, run) };
    const limit = new RateLimit(late);
    limit.change(1_000_000);
    const [moved = 0] = await movedBy(clock, limit, 1, 10_000);
    expect(awayFrom(moved, 10_000_000)).toBeLessThan(0.03);
  });
});

describe('a change counts at once', () => {
  test('who waits under a slow limit goes on when it is lifted', async () => {
    const clock = fakeClock();
    const limit = limitOf(clock, 1_024);
    const turn = limit.turn(1_000_000);
    let gone = false;
    void turn?.then(() => {
      gone = true;
    });
    await clock.pass(1_000);
    expect(gone).toBe(false);
    limit.change(null);
    await clock.pass(0);
    expect(gone).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  test('who waits under a slow limit waits less under a faster one', async () => {
    const clock = fakeClock();
    const limit = limitOf(clock, 1_024);
    let gone = false;
    void limit.turn(102_400)?.then(() => {
      gone = true;
    });
    limit.change(102_400);
    await clock.pass(1_100);
    expect(gone).toBe(true);
  });

  test('a new limit owes nothing to the time before it', async () => {
    const clock = fakeClock();
    const limit = limitOf(clock, null);
    limit.turn(1_000_000_000);
    limit.change(100_000);
    const [moved = 0] = await movedBy(clock, limit, 1, 10_000);
    expect(awayFrom(moved, 1_000_000)).toBeLessThan(0.03);
  });
});

test('of two limits the slower one rules, and what waits for it holds up nobody else', async () => {
  const clock = fakeClock();
  const all = limitOf(clock, 1_000_000);
  const slowSite = limitOf(clock, 50_000);
  const free = limitOf(clock, null);
  const slow = startMover(clock, jointPace(all, slowSite), FAST, () => {});
  const other = startMover(clock, jointPace(all, free), FAST, () => {});
  await clock.pass(10_000);
  expect(awayFrom(slow.moved, 500_000)).toBeLessThan(0.06);
  expect(awayFrom(other.moved, 9_500_000)).toBeLessThan(0.03);
});
