import type { ConflictRule } from '#shared/model/conflict-rule.ts';

/** A list after something was done to it, and the place of the rule that is chosen then; null in an empty one. */
export interface ChangedRules {
  readonly rules: readonly ConflictRule[];
  readonly chosen: number | null;
}

/** The new one goes behind the one that is chosen, to be moved from there. */
export const addRule = (rules: readonly ConflictRule[], chosen: number | null, rule: ConflictRule): ChangedRules => {
  const place = chosen === null ? rules.length : chosen + 1;
  return { rules: rules.toSpliced(place, 0, rule), chosen: place };
};

/** The one behind it is chosen then, or the last. */
export const removeRule = (rules: readonly ConflictRule[], place: number): ChangedRules => {
  const left = rules.toSpliced(place, 1);
  return { rules: left, chosen: left.length === 0 ? null : Math.min(place, left.length - 1) };
};

/** Puts a rule where another one is, which makes room; a place that there is not leaves all as it is. */
export const moveRule = (rules: readonly ConflictRule[], from: number, to: number): ChangedRules => {
  const rule = rules[from];
  if (rule === undefined || to < 0 || to >= rules.length) return { rules, chosen: from };
  return { rules: rules.toSpliced(from, 1).toSpliced(to, 0, rule), chosen: to };
};

export const changeRule = (
  rules: readonly ConflictRule[],
  place: number,
  part: Partial<ConflictRule>,
): readonly ConflictRule[] => rules.map((rule, index) => (index === place ? { ...rule, ...part } : rule));
