import type { Prompt } from '#shared/model/prompt.ts';

export type ConflictQuestion = Extract<Prompt, { kind: 'conflict' }>;

export interface SideMarks {
  readonly newer: boolean;
  readonly larger: boolean;
}

export interface SideComparison {
  readonly source: SideMarks;
  readonly target: SideMarks;
  /** As far as size and time tell, both are the same file. */
  readonly same: boolean;
}

/** Servers keep times to the second, FAT to two: nearer than that nobody can say which is newer. */
const SAME_TIME_MS = 2_000;

/** Which of the two files is newer and which is larger, where both sides say. */
export const compareSides = ({ source, target }: Pick<ConflictQuestion, 'source' | 'target'>): SideComparison => {
  const older = compared(source.modifiedMs, target.modifiedMs, SAME_TIME_MS);
  const smaller = compared(source.size, target.size, 0);
  return {
    source: { newer: older > 0, larger: smaller > 0 },
    target: { newer: older < 0, larger: smaller < 0 },
    same:
      older === 0 &&
      smaller === 0 &&
      source.size !== null &&
      target.size !== null &&
      source.modifiedMs !== null &&
      target.modifiedMs !== null,
  };
};

const compared = (source: number | null, target: number | null, tolerance: number): number => {
  if (source === null || target === null) return 0;
  const difference = source - target;
  return Math.abs(difference) <= tolerance ? 0 : difference;
};
