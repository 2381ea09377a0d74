import { describe, expect, test } from 'vitest';
import { type ConflictRule, ruleForAll } from '#shared/model/conflict-rule.ts';
import { addRule, changeRule, moveRule, removeRule } from '../../../src/renderer/transfers/rules/rule-order.ts';

const rule = (names: string): ConflictRule => ({ ...ruleForAll('any', 'skip'), names });
const rules = [rule('a'), rule('b'), rule('c')];
const namesOf = (list: readonly ConflictRule[]) => list.map(({ names }) => names).join('');

describe('a list of rules', () => {
  test.each([
    [null, 'abcx', 3],
    [0, 'axbc', 1],
    [2, 'abcx', 3],
  ])('takes a new one behind the chosen one (%s)', (chosen, names, place) => {
    const added = addRule(rules, chosen, rule('x'));
    expect([namesOf(added.rules), added.chosen]).toEqual([names, place]);
  });

  test.each([
    [0, 'bc', 0],
    [1, 'ac', 1],
    [2, 'ab', 1],
  ])('chooses another when one is taken out (%s)', (place, names, chosen) => {
    const left = removeRule(rules, place);
    expect([namesOf(left.rules), left.chosen]).toEqual([names, chosen]);
  });

  test('chooses none when the last is taken out', () => {
    expect(removeRule([rule('a')], 0)).toEqual({ rules: [], chosen: null });
  });

  test.each([
    [0, 2, 'bca', 2],
    [2, 0, 'cab', 0],
    [1, 1, 'abc', 1],
    [0, -1, 'abc', 0],
    [2, 3, 'abc', 2],
    [5, 0, 'abc', 5],
  ])('is put in order: %s to %s', (from, to, names, chosen) => {
    const moved = moveRule(rules, from, to);
    expect([namesOf(moved.rules), moved.chosen]).toEqual([names, chosen]);
  });

  test('changes in one place', () => {
    expect(changeRule(rules, 1, { action: 'rename' })).toEqual([
      rule('a'),
      { ...rule('b'), action: 'rename' },
      rule('c'),
    ]);
  });
});
