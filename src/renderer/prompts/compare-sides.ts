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

/** Which of the two files is marked as newer and which as larger, where that is known. */
export const compareSides = ({ size, time }: Pick<ConflictQuestion, 'size' | 'time'>): SideComparison => ({
  source: { newer: time === 'newer', larger: size === 'larger' },
  target: { newer: time === 'older', larger: size === 'smaller' },
  same: time === 'same' && size === 'same',
});
