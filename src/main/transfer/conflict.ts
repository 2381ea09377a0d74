import type { FileType } from '#shared/ftp/file-entry.ts';
import type { ConflictAction } from '#shared/model/transfer.ts';
import type { GoingOn } from './choice-facts.ts';

export interface ConflictSide {
  readonly size: number | null;
  readonly modifiedMs: number | null;
}

export interface ConflictTarget extends ConflictSide {
  readonly type: FileType;
}

/** `create`: nothing stands there. `blocked`: a folder does, and no file can take its place. */
export type ConflictDecision = ConflictAction | 'create' | 'blocked' | 'ask';

/** Whether the target can be the beginning of the source: it is there in part, and files go on by their length. */
export const canResume = (source: ConflictSide, target: ConflictTarget, by: GoingOn): boolean =>
  by === 'bytes' &&
  target.type === 'file' &&
  source.size !== null &&
  target.size !== null &&
  target.size > 0 &&
  target.size < source.size;

/**
 * What becomes of a file whose target may be there already. `chosen` is what the person said about this file or for
 * all. "Resume" leaves a target of the same size alone, it is whole; one that is longer or of unknown size cannot be a
 * part of the source, so the person is asked again. The size of a source whose bytes are others here is null.
 */
export const decideConflict = (
  source: ConflictSide,
  target: ConflictTarget | null,
  chosen: ConflictAction | null,
  by: GoingOn,
): ConflictDecision => {
  if (target === null) return 'create';
  if (chosen === 'rename' || chosen === 'skip') return chosen;
  if (target.type === 'directory') return 'blocked';
  if (chosen !== 'resume') return chosen ?? 'ask';
  if (canResume(source, target, by)) return 'resume';
  if (target.size === 0) return 'overwrite';
  return target.size !== null && target.size === source.size ? 'skip' : 'ask';
};
