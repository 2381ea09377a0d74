import { type ConflictRule, ruleForAll } from '#shared/model/conflict-rule.ts';

/** `--overwrite`: what to do where a file of that name is there. */
export const CONFLICT_POLICIES = ['always', 'never', 'newer', 'size', 'content', 'rename', 'ask'] as const;

export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];

const forAll = (action: ConflictRule['action']): ConflictRule => ruleForAll('any', action);

/**
 * `newer` overwrites what is older or of unknown time, `size` what differs in size or is of unknown size: where nobody can
 * say that the files are the same, they may not be.
 */
const RULES: Readonly<Record<ConflictPolicy, readonly ConflictRule[]>> = {
  always: [forAll('overwrite')],
  never: [forAll('skip')],
  newer: [{ ...forAll('newer'), time: 'same' }, { ...forAll('newer'), time: 'older' }, forAll('overwrite')],
  size: [{ ...forAll('different-size'), size: 'same' }, forAll('overwrite')],
  content: [forAll('different-content')],
  rename: [forAll('rename')],
  ask: [forAll('ask')],
};

/** A policy as the rules of the transfer queue. With `resume`, what can be the beginning of the source is gone on with. */
export const rulesFor = (policy: ConflictPolicy, resume: boolean): readonly ConflictRule[] => [
  ...(resume ? [{ ...forAll('resume'), size: 'larger' } as const] : []),
  ...RULES[policy],
];
