import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileTime } from '#shared/ftp/file-entry.ts';
import {
  CONFLICT_ACTIONS,
  type ConflictRule,
  SIZE_CONDITIONS,
  TIME_CONDITIONS,
  withAlways,
} from '#shared/model/conflict-rule.ts';
import {
  type ConflictSide,
  type ConflictTarget,
  compareSizes,
  compareTimes,
} from '../../src/main/transfer/decisions/compare-sides.ts';
import { canResume, decideConflict } from '../../src/main/transfer/decisions/conflict.ts';
import { actionByRules } from '../../src/main/transfer/decisions/conflict-rules.ts';
import { matchesNames } from '../../src/main/transfer/decisions/name-patterns.ts';

const DAY = 86_400_000;
const MOST_AHEAD = 14 * 3_600_000;
const MOST_BEHIND = -12 * 3_600_000;

const size = fc.option(fc.nat(20));
const modified: fc.Arbitrary<FileTime | null> = fc.option(
  fc.record({
    epochMs: fc.nat(4 * DAY),
    precision: fc.constantFrom('day', 'minute', 'second', 'millisecond'),
    zone: fc.constantFrom('utc', 'unknown'),
  }),
);
const side: fc.Arbitrary<ConflictSide> = fc.record({ size, modified });
const target: fc.Arbitrary<ConflictTarget> = fc.record({
  type: fc.constantFrom('file', 'directory', 'link', 'other'),
  size,
  modified,
});
const goesOn = fc.constantFrom('bytes' as const, 'markers' as const, 'none' as const);
const action = fc.constantFrom(...CONFLICT_ACTIONS, 'ask' as const);
const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const direction = fc.constantFrom('download' as const, 'upload' as const, 'between' as const);
const rule: fc.Arbitrary<ConflictRule> = fc.record({
  direction: fc.constantFrom('any', 'download', 'upload'),
  names: fc.option(fc.stringMatching(/^[a-c*?;]{1,8}$/)),
  size: fc.constantFrom(...SIZE_CONDITIONS),
  time: fc.constantFrom(...TIME_CONDITIONS),
  action,
});

describe('what becomes of a file that is there', () => {
  test('is decided for everything, and replaced only where that was wanted and is known to hold', () => {
    fc.assert(
      fc.property(side, target, fc.option(action), goesOn, (source, there, wanted, by) => {
        const { kind } = decideConflict(source, there, wanted, by);
        if (wanted === null || wanted === 'ask') expect(['ask', 'blocked']).toContain(kind);
        if (wanted === 'skip' || wanted === 'rename') expect(kind).toBe(wanted);
        if (kind === 'resume') expect(canResume(source, there, by)).toBe(true);
        if (kind === 'compare') expect(wanted).toBe('different-content');
        if (there.type === 'directory') expect(['blocked', 'skip', 'rename']).toContain(kind);
        if (kind !== 'overwrite') return;
        expect(
          wanted === 'overwrite' ||
            (wanted === 'newer' && compareTimes(source, there) === 'newer') ||
            ((wanted === 'different-size' || wanted === 'different-content') &&
              source.size !== null &&
              there.size !== null &&
              source.size !== there.size) ||
            (wanted === 'resume' && there.size === 0),
        ).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('by rules is what the first of those says that fit alone', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 8 }),
        side,
        target,
        name,
        direction,
        (rules, source, there, called, way) => {
          const file = { direction: way, name: called, source, target: there };
          const first = rules.find((one) => actionByRules([one], file) !== null);
          expect(actionByRules(rules, file)).toBe(first?.action ?? null);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('always is what was said last of all files, unless a rule for some files comes first', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 8 }),
        fc.constantFrom('download' as const, 'upload' as const),
        fc.constantFrom(...CONFLICT_ACTIONS),
        side,
        target,
        name,
        (rules, way, wanted, source, there, called) => {
          const file = { direction: way, name: called, source, target: there };
          const isForAll = (one: ConflictRule): boolean =>
            one.names === null && one.size === 'any' && one.time === 'any';
          // Behind a rule for all files of both directions nothing was ever looked at.
          const end = rules.findIndex((one) => isForAll(one) && one.direction === 'any');
          const forSome = (end < 0 ? rules : rules.slice(0, end)).filter((one) => !isForAll(one));
          expect(actionByRules(withAlways(rules, way, wanted), file)).toBe(actionByRules(forSome, file) ?? wanted);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('which of two files is newer', () => {
  /** A moment at which a file may have been changed that is listed with this time. */
  const momentOf = ({ epochMs, precision, zone }: FileTime, within: number, ahead: number): number => {
    const width = { millisecond: 1, second: 1_000, minute: 60_000, day: DAY }[precision];
    const offset = zone === 'utc' ? 0 : MOST_BEHIND + ahead * (MOST_AHEAD - MOST_BEHIND);
    return epochMs + Math.floor(within * (width - 1)) - offset;
  };
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const told = modified.filter((time) => time !== null);

  test('is only said where it holds whatever the listings leave out', () => {
    fc.assert(
      fc.property(told, told, share, share, share, share, (here, there, ...[in1, in2, ahead1, ahead2]) => {
        const order = compareTimes({ size: 1, modified: here }, { type: 'file', size: 1, modified: there });
        const source = momentOf(here, in1, ahead1);
        const known = momentOf(there, in2, ahead2);
        if (order === 'newer') expect(source).toBeGreaterThan(known);
        if (order === 'older') expect(source).toBeLessThan(known);
        if (order === 'same') expect(Math.abs(source - known)).toBeLessThanOrEqual(4_000);
      }),
      { numRuns: 5_000 },
    );
  });

  test('is the opposite seen from the other side', () => {
    const opposite = { newer: 'older', older: 'newer', same: 'same', larger: 'smaller', smaller: 'larger' } as const;
    fc.assert(
      fc.property(side, side, (one, other) => {
        const time = compareTimes(one, { ...other, type: 'file' });
        expect(compareTimes(other, { ...one, type: 'file' })).toBe(time === null ? null : opposite[time]);
        const order = compareSizes(one, { ...other, type: 'file' });
        expect(compareSizes(other, { ...one, type: 'file' })).toBe(order === null ? null : opposite[order]);
      }),
    );
  });
});

describe('a pattern', () => {
  test('fits as the regular expression of the same meaning does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc*?]{1,8}$/), fc.stringMatching(/^[abcABC]{0,10}$/), (pattern, text) => {
        const same = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'iu');
        expect(matchesNames(pattern, text)).toBe(same.test(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('of a name fits that name, where it holds none of the signs', () => {
    fc.assert(
      fc.property(name, (text) => {
        fc.pre(!/[*?;]/.test(text) && text.trim() === text && text !== '');
        expect(matchesNames(text, text)).toBe(true);
        expect(matchesNames('*', text)).toBe(true);
      }),
    );
  });
});
