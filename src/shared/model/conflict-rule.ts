/**
 * What to do where a file of that name is there already:
 * - `overwrite`: it is replaced
 * - `newer`: it is replaced where the source is newer, else left
 * - `different-size`: it is replaced where the sizes differ, else left
 * - `different-content`: it is replaced where the contents differ, else left
 * - `resume`: it is gone on with where it ends
 * - `rename`: the new one gets a free name
 * - `skip`: it is left
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

/** How a source and the file that is there compare, as far as a rule is concerned. */
export const CONFLICT_COMPARISONS = ['any', 'newer', 'older', 'same-time', 'larger', 'smaller', 'same-size'] as const;

export type ConflictComparison = (typeof CONFLICT_COMPARISONS)[number];

/** One line of an ordered list: the first that fits decides, and where none does the person is asked. */
export interface ConflictRule {
  /** Which transfers it is for; between servers counts as an upload. */
  readonly direction: 'any' | 'download' | 'upload';
  /** Of the file's name, with `*` and `?`, in either case; null: every name. */
  readonly names: string | null;
  /** What the source has to be, compared with the file that is there. */
  readonly source: ConflictComparison;
  readonly action: ConflictAction | 'ask';
}
