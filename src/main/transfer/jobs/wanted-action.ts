import type { ConflictAction, ConflictRule } from '#shared/model/conflict-rule.ts';
import type { ConflictSide, ConflictTarget } from '../decisions/compare-sides.ts';
import { actionByRules, asksForTimes } from '../decisions/conflict-rules.ts';
import type { TransferRow } from '../rows/transfer-row.ts';

/**
 * What is wanted of a file that is there already, by whoever says so first: the person for this file, the person for all
 * of the batch, the rules of the site, those for every site. Null: nobody has said.
 *
 * @param otherName what the file there is called, where it is another file whose name the disk takes for the same: nobody
 * who spoke of many files has agreed to lose that one
 */
export const wantedAction = (
  row: TransferRow,
  rules: readonly ConflictRule[],
  source: ConflictSide,
  target: ConflictTarget,
  otherName: string | null,
): ConflictAction | 'ask' | null => {
  if (row.decision !== null) return row.decision.action;
  const { direction, name, batch } = row;
  const ofMany = batch.remembered ?? actionByRules(rules, { direction, name, source, target });
  return otherName === null || ofMany === 'rename' || ofMany === 'skip' ? ofMany : null;
};

/** Whether what is wanted depends on times. */
export const isAboutTimes = (row: TransferRow, rules: readonly ConflictRule[]): boolean =>
  asksForTimes(row.decision?.action ?? row.batch.remembered, rules, row);
