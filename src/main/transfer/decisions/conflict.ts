import type { LeftReason } from '#shared/fault.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import type { GoingOn } from './choice-facts.ts';
import { type ConflictSide, type ConflictTarget, compareSizes, compareTimes } from './compare-sides.ts';

/**
 * What becomes of a file:
 * - `overwrite`, `resume`, `rename`: as the actions
 * - `compare`: only a comparison of the contents can tell; what is the same is left
 * - `skip`: what stands there is left, and why
 * - `blocked`: a folder stands there, and no file can take its place
 * - `ask`: the person decides
 */
export type ConflictDecision =
  | { readonly kind: 'overwrite' | 'resume' | 'rename' | 'compare' | 'blocked' | 'ask' }
  | { readonly kind: 'skip'; readonly reason: LeftReason };

/** Whether the target can be the beginning of the source: it is there in part, and files go on by their length. */
export const canResume = (source: ConflictSide, target: ConflictTarget, by: GoingOn): boolean =>
  by === 'bytes' && (target.size ?? 0) > 0 && compareSizes(source, target) === 'larger';

/**
 * What becomes of a file whose target is there already.
 *
 * Nothing is replaced on a guess: where it is not known whether the source is newer, of another size, or the rest of what
 * is there, the person is asked. "Resume" leaves a target of the same size alone, it is whole; one that is longer or of
 * unknown size cannot be a part of the source.
 *
 * @param wanted what was chosen, by a person or a rule; null and `ask`: nothing yet
 * @param by how files of this kind are gone on with
 */
export const decideConflict = (
  source: ConflictSide,
  target: ConflictTarget,
  wanted: ConflictAction | 'ask' | null,
  by: GoingOn,
): ConflictDecision => {
  if (wanted === 'rename') return { kind: 'rename' };
  if (wanted === 'skip') return left('there-already');
  if (target.type === 'directory') return { kind: 'blocked' };
  switch (wanted) {
    case null:
    case 'ask':
      return { kind: 'ask' };
    case 'overwrite':
      return { kind: 'overwrite' };
    case 'newer':
      return ifNewer(source, target);
    case 'different-size':
      return ifOtherSize(source, target);
    case 'different-content':
      return ifOtherContent(source, target);
    case 'resume':
      return goOn(source, target, by);
  }
};

const left = (reason: LeftReason): ConflictDecision => ({ kind: 'skip', reason });

const ifNewer = (source: ConflictSide, target: ConflictTarget): ConflictDecision => {
  const order = compareTimes(source, target);
  if (order === null) return { kind: 'ask' };
  return order === 'newer' ? { kind: 'overwrite' } : left('not-newer');
};

const ifOtherSize = (source: ConflictSide, target: ConflictTarget): ConflictDecision => {
  const order = compareSizes(source, target);
  if (order === null) return { kind: 'ask' };
  return order === 'same' ? left('same-size') : { kind: 'overwrite' };
};

/** Different sizes are different contents. What is no file has none to compare. */
const ifOtherContent = (source: ConflictSide, target: ConflictTarget): ConflictDecision => {
  if (target.type !== 'file') return { kind: 'ask' };
  const order = compareSizes(source, target);
  return order === null || order === 'same' ? { kind: 'compare' } : { kind: 'overwrite' };
};

const goOn = (source: ConflictSide, target: ConflictTarget, by: GoingOn): ConflictDecision => {
  if (canResume(source, target, by)) return { kind: 'resume' };
  if (target.type === 'file' && target.size === 0) return { kind: 'overwrite' };
  return compareSizes(source, target) === 'same' ? left('all-there') : { kind: 'ask' };
};
