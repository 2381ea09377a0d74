import { describe, expect, test } from 'vitest';
import { type ConflictRule, ruleForAll } from '#shared/model/conflict-rule.ts';
import type { Direction } from '#shared/model/transfer.ts';
import type { ConflictTarget } from '../../../../src/main/transfer/decisions/compare-sides.ts';
import { actionByRules, asksForTimes, type RuledFile } from '../../../../src/main/transfer/decisions/conflict-rules.ts';

const at = (seconds: number) => ({ epochMs: seconds * 1_000, precision: 'second', zone: 'utc' }) as const;
const target = (part: Partial<ConflictTarget> = {}): ConflictTarget => ({
  type: 'file',
  size: 10,
  modified: at(1_000),
  ...part,
});
const file = (part: Partial<RuledFile> = {}): RuledFile => ({
  direction: 'download',
  name: 'Index.html',
  source: { size: 20, modified: at(2_000) },
  target: target(),
  ...part,
});
const rule = (part: Partial<ConflictRule>): ConflictRule => ({ ...ruleForAll('any', 'skip'), ...part });

describe('the rules about files that are there', () => {
  test('of several that fit the first decides', () => {
    const rules = [
      rule({ names: '*.css', action: 'rename' }),
      rule({ action: 'newer' }),
      rule({ action: 'overwrite' }),
    ];
    expect(actionByRules(rules, file())).toBe('newer');
    expect(actionByRules(rules, file({ name: 'a.css' }))).toBe('rename');
  });

  test('say nothing where none fits', () => {
    expect(actionByRules([], file())).toBeNull();
    expect(actionByRules([rule({ direction: 'upload' })], file())).toBeNull();
  });

  test.each<[Direction, ConflictRule['direction'], boolean]>([
    ['download', 'download', true],
    ['download', 'upload', false],
    ['upload', 'upload', true],
    ['between', 'upload', true],
    ['between', 'download', false],
    ['between', 'any', true],
  ])('a file that goes %s and a rule for %s: %s', (direction, ruled, fits) => {
    expect(actionByRules([rule({ direction: ruled })], file({ direction })) !== null).toBe(fits);
  });

  test.each<[Partial<ConflictRule>, boolean]>([
    [{ size: 'larger' }, true],
    [{ size: 'smaller' }, false],
    [{ size: 'same' }, false],
    [{ time: 'newer' }, true],
    [{ time: 'older' }, false],
    [{ time: 'same' }, false],
    [{ size: 'larger', time: 'newer' }, true],
    [{ size: 'larger', time: 'older' }, false],
    [{ size: 'same', time: 'newer' }, false],
    [{ names: '*.HTML', size: 'larger', time: 'newer' }, true],
  ])('a larger and newer source and %o: %s', (part, fits) => {
    expect(actionByRules([rule(part)], file()) !== null).toBe(fits);
  });

  test('what is not known fits no condition, and goes on to the next rule', () => {
    const rules = [
      rule({ size: 'same' }),
      rule({ size: 'larger' }),
      rule({ size: 'smaller' }),
      rule({ time: 'newer' }),
      rule({ time: 'older' }),
      rule({ time: 'same' }),
      rule({ action: 'ask' }),
    ];
    expect(actionByRules(rules, file({ target: target({ size: null, modified: null }) }))).toBe('ask');
    expect(actionByRules(rules, file({ target: target({ type: 'link' }) }))).toBe('ask');
  });

  test('want times only where one that may fit looks at them', () => {
    const upload = { direction: 'upload', name: 'a.txt' } as const;
    expect(asksForTimes(null, [], upload)).toBe(false);
    expect(asksForTimes(null, [rule({ action: 'overwrite' })], upload)).toBe(false);
    expect(asksForTimes(null, [rule({ direction: 'download', time: 'newer' })], upload)).toBe(false);
    expect(asksForTimes(null, [rule({ names: '*.css', action: 'newer' })], upload)).toBe(false);
    expect(asksForTimes(null, [rule({ action: 'overwrite' }), rule({ action: 'newer' })], upload)).toBe(true);
    expect(asksForTimes(null, [rule({ time: 'same' })], upload)).toBe(true);
    expect(asksForTimes('newer', [], upload)).toBe(true);
    expect(asksForTimes('overwrite', [rule({ action: 'newer' })], upload)).toBe(false);
  });
});
