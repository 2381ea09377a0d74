import type { ConflictAction, ConflictRule } from '#shared/model/conflict-rule.ts';
import type { Direction } from '#shared/model/transfer.ts';
import { type ConflictSide, type ConflictTarget, compareSizes, compareTimes } from './compare-sides.ts';
import { matchesNames } from './name-patterns.ts';

/** What a rule looks at. */
export interface RuledFile {
  readonly direction: Direction;
  /** As text. */
  readonly name: string;
  readonly source: ConflictSide;
  readonly target: ConflictTarget;
}

/** What the first rule that fits says; null where none does. What is not known fits no condition. */
export const actionByRules = (rules: readonly ConflictRule[], file: RuledFile): ConflictRule['action'] | null => {
  if (rules.length === 0) return null;
  const size = compareSizes(file.source, file.target);
  const time = compareTimes(file.source, file.target);
  const fits = (rule: ConflictRule): boolean =>
    concerns(rule, file) && (rule.size === 'any' || rule.size === size) && (rule.time === 'any' || rule.time === time);
  return rules.find(fits)?.action ?? null;
};

/**
 * Whether times decide about a file, so that they are worth being asked of the server where its listing does not tell them
 * exactly.
 */
export const asksForTimes = (
  chosen: ConflictAction | 'ask' | null,
  rules: readonly ConflictRule[],
  file: Pick<RuledFile, 'direction' | 'name'>,
): boolean =>
  chosen === null
    ? rules.some((rule) => (rule.time !== 'any' || rule.action === 'newer') && concerns(rule, file))
    : chosen === 'newer';

const concerns = (rule: ConflictRule, { direction, name }: Pick<RuledFile, 'direction' | 'name'>): boolean => {
  const way = direction === 'download' ? 'download' : 'upload';
  return (
    (rule.direction === 'any' || rule.direction === way) && (rule.names === null || matchesNames(rule.names, name))
  );
};
