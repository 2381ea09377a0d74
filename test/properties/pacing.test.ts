import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimit } from '../../src/main/transfer/pacing/rate-limit.ts';
import { fakeClock } from '../main/transfer/pacing/fake-clock.ts';
import { startMover } from '../main/transfer/pacing/mover.ts';

const FAST = 1e9;
/** Milliseconds that may be caught up on, and that one piece takes: see `RateLimit`. */
const CATCH_UP_MS = 100;
const PIECE_MS = 25;

const anyRate = fc.integer({ min: 50_000, max: 20_000_000 });
const anyLines = fc.array(fc.constantFrom(10_000, 200_000, 3_000_000, FAST), { minLength: 1, maxLength: 8 });

test('however many go by it and however fast their lines are, no limit is exceeded, at any time', async () => {
  await fc.assert(
    fc.asyncProperty(anyRate, anyLines, async (rate, lines) => {
      const clock = fakeClock();
      const limit = new RateLimit(clock);
      limit.change(rate);
      const told: { readonly at: number; readonly bytes: number }[] = [];
      const tell = (bytes: number): void => void told.push({ at: clock.now(), bytes });
      for (const line of lines) startMover(clock, limit, line, tell);
      await clock.pass(1_500);
      // Whatever the others left unused until then: it has no claim on it.
      startMover(clock, limit, FAST, tell);
      await clock.pass(1_500);
      const most = (milliseconds: number): number =>
        (rate * (milliseconds + CATCH_UP_MS + PIECE_MS * (lines.length + 1))) / 1_000;
      for (const from of [0, 250, 1_000, 1_500, 2_400]) {
        for (const length of [50, 500, 2_000]) {
          const within = told.filter(({ at }) => at >= from && at < from + length);
          const bytes = within.reduce((sum, piece) => sum + piece.bytes, 0);
          expect(bytes, `${length} ms from ${from}`).toBeLessThanOrEqual(most(length));
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('as long as somebody has something to move, nothing of a limit is left unused', async () => {
  await fc.assert(
    fc.asyncProperty(anyRate, anyLines, async (rate, lines) => {
      const clock = fakeClock();
      const limit = new RateLimit(clock);
      limit.change(rate);
      const movers = [FAST, ...lines].map((line) => startMover(clock, limit, line, () => {}));
      await clock.pass(4_000);
      const moved = movers.reduce((sum, mover) => sum + mover.moved, 0);
      expect(moved).toBeGreaterThan(rate * 4 * 0.97);
    }),
    { numRuns: 40 },
  );
});

test('whatever the limits were in between, nobody waits for ever and the last one holds', async () => {
  const anyChange = fc.record({ rate: fc.option(anyRate), after: fc.integer({ min: 0, max: 300 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { maxLength: 12 }), anyRate, async (changes, last) => {
      const clock = fakeClock();
      const limit = new RateLimit(clock);
      const movers = [FAST, FAST, 100_000].map((line) => startMover(clock, limit, line, () => {}));
      for (const { rate, after } of changes) {
        limit.change(rate);
        await clock.pass(after);
      }
      limit.change(last);
      // What was told under another limit is paid for first.
      await clock.pass(200 + (65_536 * movers.length * 1_000) / last);
      const before = movers.map(({ moved }) => moved);
      await clock.pass(3_000);
      const moved = movers.map((mover, index) => mover.moved - (before[index] ?? 0));
      const sum = moved.reduce((total, each) => total + each, 0);
      expect(sum).toBeLessThan(last * 3 * 1.03 + 200_000);
      expect(sum).toBeGreaterThan(last * 3 * 0.95);
      for (const each of moved) expect(each).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
});
