import { expect, test } from 'vitest';
import { type ConflictRule, ruleForAll, withAlways } from '#shared/model/conflict-rule.ts';

const css: ConflictRule = { ...ruleForAll('any', 'skip'), names: '*.css' };

test('what is always to be done comes behind the rules for some files', () => {
  expect(withAlways([], 'upload', 'newer')).toEqual([ruleForAll('upload', 'newer')]);
  expect(withAlways([css], 'upload', 'newer')).toEqual([css, ruleForAll('upload', 'newer')]);
});

test('it takes the place of what was said of all files of that direction', () => {
  const before = [ruleForAll('upload', 'ask'), ruleForAll('download', 'skip')];
  expect(withAlways(before, 'upload', 'newer')).toEqual([
    ruleForAll('download', 'skip'),
    ruleForAll('upload', 'newer'),
  ]);
});

test('a rule for all files of both directions stays for the other one', () => {
  const before = [css, ruleForAll('any', 'ask')];
  expect(withAlways(before, 'download', 'rename')).toEqual([
    css,
    ruleForAll('download', 'rename'),
    ruleForAll('any', 'ask'),
  ]);
});
