import { expect, test } from 'vitest';
import { type ConflictPolicy, rulesFor } from '../../../src/main/cli/conflict-policy.ts';
import { type ConflictDecision, decideConflict } from '../../../src/main/transfer/decisions/conflict.ts';
import { actionByRules, type RuledFile } from '../../../src/main/transfer/decisions/conflict-rules.ts';

const modified = (seconds: number | null) =>
  seconds === null ? null : ({ epochMs: seconds * 1_000, precision: 'second', zone: 'utc' } as const);

const facts = (
  source: readonly [size: number | null, seconds: number | null],
  target: readonly [size: number | null, seconds: number | null],
): RuledFile => ({
  direction: 'download',
  name: 'a',
  source: { size: source[0], modified: modified(source[1]) },
  target: { type: 'file', size: target[0], modified: modified(target[1]) },
});

const BIGGER_AND_NEWER = facts([20, 2_000], [10, 1_000]);
const SAME = facts([10, 1_000], [10, 1_000]);
const UNKNOWN = facts([null, null], [null, null]);

const decide = (policy: ConflictPolicy, resume: boolean, file: RuledFile): ConflictDecision['kind'] =>
  decideConflict(file.source, file.target, actionByRules(rulesFor(policy, resume), file), 'bytes').kind;

test.each<[ConflictPolicy, RuledFile, ConflictDecision['kind']]>([
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
  ['content', BIGGER_AND_NEWER, 'overwrite'],
  ['content', SAME, 'compare'],
  ['content', UNKNOWN, 'compare'],
])('%s with %o is %s', (policy, file, expected) => {
  expect(decide(policy, false, file)).toBe(expected);
});

test('resume goes on where it can, and otherwise the policy decides', () => {
  expect(decide('never', true, BIGGER_AND_NEWER)).toBe('resume');
  expect(decide('never', true, SAME)).toBe('skip');
  expect(decide('always', true, facts([5, 1], [10, 1]))).toBe('overwrite');
  expect(decide('never', true, UNKNOWN)).toBe('skip');
});

test('resume fills a file that is still empty', () => {
  expect(decide('never', true, facts([20, 1], [0, 1]))).toBe('overwrite');
});
