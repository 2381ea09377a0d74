/**
 * What to do where a file of that name is there already:
 * - `overwrite`: it is replaced
 * - `newer`: it is replaced where the source is newer, else left
 * - `different-size`: it is replaced where the sizes differ, else left
 * - `different-content`: it is replaced where the contents differ, else left
 * - `resume`: it is gone on with where it ends
 * - `rename`: the new one gets a free name
 * - `skip`: it is left
 *
 * Where an action cannot be decided (times that nobody knows, a file that is no beginning of the source) the person is
 * asked.
 */
export const CONFLICT_ACTIONS = [
  'overwrite',
  'newer',
  'different-size',
  'different-content',
  'resume',
  'rename',
  'skip',
] as const;

export type ConflictAction = (typeof CONFLICT_ACTIONS)[number];

/** How the size of the source has to be to that of the file there. A size that is not known fits `any` only. */
export const SIZE_CONDITIONS = ['any', 'larger', 'smaller', 'same'] as const;

export type SizeCondition = (typeof SIZE_CONDITIONS)[number];

/** How two known sizes are to each other. */
export type SizeOrder = Exclude<SizeCondition, 'any'>;

/** How the time of the source has to be to that of the file there. Times that cannot be compared fit `any` only. */
export const TIME_CONDITIONS = ['any', 'newer', 'older', 'same'] as const;

export type TimeCondition = (typeof TIME_CONDITIONS)[number];

/** How two times that can be compared are to each other. */
export type TimeOrder = Exclude<TimeCondition, 'any'>;

/** One line of an ordered list: the first that fits decides, and where none does the person is asked. */
export interface ConflictRule {
  /** Which transfers it is for; between servers counts as an upload. */
  readonly direction: 'any' | 'download' | 'upload';
  /** Patterns of the file's name with `*` and `?`, `;` between them, in either case; null: every name. */
  readonly names: string | null;
  readonly size: SizeCondition;
  readonly time: TimeCondition;
  readonly action: ConflictAction | 'ask';
}

/** As many as a list holds. */
export const MOST_CONFLICT_RULES = 100;

/** A rule for every file that goes one way. */
export const ruleForAll = (direction: ConflictRule['direction'], action: ConflictRule['action']): ConflictRule => ({
  direction,
  names: null,
  size: 'any',
  time: 'any',
  action,
});

/** Whether a rule leaves nothing of its direction to the rules behind it. */
const isForAll = ({ names, size, time }: ConflictRule): boolean => names === null && size === 'any' && time === 'any';

/**
 * A list with what is always to be done from now on in one direction, behind the rules for some files only. It takes the
 * place of what was said of all files of that direction before; one for all files of both stays behind it, for the other
 * direction.
 */
export const withAlways = (
  rules: readonly ConflictRule[],
  direction: 'download' | 'upload',
  action: ConflictAction,
): readonly ConflictRule[] => {
  const kept = rules.filter((rule) => !(isForAll(rule) && rule.direction === direction));
  const both = kept.findIndex((rule) => isForAll(rule) && rule.direction === 'any');
  return kept.toSpliced(both < 0 ? kept.length : both, 0, ruleForAll(direction, action));
};
