import { expect, test } from 'vitest';
import { actionFor, type ConflictFacts, type ConflictPolicy } from '../../../src/main/cli/conflict-policy.ts';

const facts = (source: [number | null, number | null], target: [number | null, number | null]): ConflictFacts => ({
  source: { size: source[0], modifiedMs: source[1] },
  target: { size: target[0], modifiedMs: target[1] },
  canResume: source[0] !== null && target[0] !== null && target[0] < source[0],
});

const BIGGER_AND_NEWER = facts([20, 2_000], [10, 1_000]);
const SAME = facts([10, 1_000], [10, 1_000]);
const UNKNOWN = facts([null, null], [null, null]);

test.each<[ConflictPolicy, ConflictFacts, string]>([
  ['always', SAME, 'overwrite'],
  ['never', BIGGER_AND_NEWER, 'skip'],
  ['rename', SAME, 'rename'],
  ['ask', SAME, 'ask'],
  ['newer', BIGGER_AND_NEWER, 'overwrite'],
  ['newer', SAME, 'skip'],
  ['newer', facts([20, 500], [10, 1_000]), 'skip'],
  ['newer', UNKNOWN, 'overwrite'],
  ['size', BIGGER_AND_NEWER, 'overwrite'],
  ['size', SAME, 'skip'],
  ['size', UNKNOWN, 'overwrite'],
])('%s with %o is %s', (policy, conflict, action) => {
  expect(actionFor(policy, false, conflict)).toBe(action);
});

test('resume goes on where it can, and otherwise the policy decides', () => {
  expect(actionFor('never', true, BIGGER_AND_NEWER)).toBe('resume');
  expect(actionFor('never', true, SAME)).toBe('skip');
});
