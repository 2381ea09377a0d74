import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConflictTarget, canResume, decideConflict } from '../../src/main/transfer/conflict.ts';
import { RateMeter } from '../../src/main/transfer/rate-meter.ts';
import { resumeOffset } from '../../src/main/transfer/resume.ts';

const size = fc.option(fc.nat(20));
const time = fc.option(fc.nat(5));
const side = fc.record({ size, modifiedMs: time });
const target: fc.Arbitrary<ConflictTarget> = fc.record({
  type: fc.constantFrom('file', 'directory', 'link', 'other'),
  size,
  modifiedMs: time,
});
const chosen = fc.option(fc.constantFrom('overwrite', 'resume', 'rename', 'skip'));

describe('what becomes of a conflict', () => {
  test('is decided for everything, and never against what was chosen', () => {
    fc.assert(
      fc.property(side, fc.option(target), chosen, (source, there, choice) => {
        const decision = decideConflict(source, there, choice);
        expect(['create', 'overwrite', 'resume', 'rename', 'skip', 'blocked', 'ask']).toContain(decision);
        expect(decision === 'create').toBe(there === null);
        if (there === null) return;
        if (choice === null) expect(['ask', 'blocked']).toContain(decision);
        if (choice === 'skip' || choice === 'rename') expect(decision).toBe(choice);
        if (decision === 'resume') expect(canResume(source, there)).toBe(true);
        // Nothing is replaced that nobody wanted replaced, but for a file without content.
        if (decision === 'overwrite') expect(choice === 'overwrite' || there.size === 0).toBe(true);
        if (there.type === 'directory') expect(['blocked', 'skip', 'rename']).toContain(decision);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('where a download goes on', () => {
  test('is never behind what is here, nor in another file', () => {
    const leftover = fc.record({
      kind: fc.constant('download' as const),
      length: fc.nat(20),
      sourceSize: size,
      sourceModifiedMs: time,
    });
    fc.assert(
      fc.property(leftover, side, (left, now) => {
        const offset = resumeOffset(left, now);
        expect([0, left.length]).toContain(offset);
        if (offset === 0) return;
        expect(now.size).toBe(left.sourceSize);
        expect(offset).toBeLessThanOrEqual(now.size ?? -1);
        if (left.sourceModifiedMs !== null && now.modifiedMs !== null)
          expect(now.modifiedMs).toBe(left.sourceModifiedMs);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a rate', () => {
  const looks = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 3_000 }), total: fc.nat(1_000_000) }));

  test('is never negative and never endless, whatever the totals do', () => {
    fc.assert(
      fc.property(looks, fc.nat(1_000_000), (samples, left) => {
        const meter = new RateMeter();
        let now = 0;
        for (const { pause, total } of samples) {
          now += pause;
          meter.sample(now, total);
          expect(meter.rate).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(meter.rate)).toBe(true);
          const remaining = meter.remainingMs(left);
          if (remaining !== null) expect(remaining).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
