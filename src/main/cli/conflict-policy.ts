import type { ConflictAction } from '#shared/model/transfer.ts';

/** `--overwrite`: what to do where a file of that name is there. */
export type ConflictPolicy = 'always' | 'never' | 'newer' | 'size' | 'rename' | 'ask';

/** What is known of the file and of the one in its place; null where nobody says. */
export interface ConflictFacts {
  readonly source: { readonly size: number | null; readonly modifiedMs: number | null };
  readonly target: { readonly size: number | null; readonly modifiedMs: number | null };
  readonly canResume: boolean;
}

/**
 * The action that a policy means for one file. `newer` overwrites what is older or of unknown time, `size` what
 * differs in size or is of unknown size: where nobody can say that the files are the same, they may not be.
 * With `resume`, a target that can be the beginning of the source is gone on with first.
 */
export const actionFor = (policy: ConflictPolicy, resume: boolean, facts: ConflictFacts): ConflictAction | 'ask' => {
  if (resume && facts.canResume) return 'resume';
  switch (policy) {
    case 'always':
      return 'overwrite';
    case 'never':
      return 'skip';
    case 'rename':
      return 'rename';
    case 'ask':
      return 'ask';
    case 'newer':
      return isKnownNotNewer(facts) ? 'skip' : 'overwrite';
    case 'size':
      return facts.source.size !== null && facts.source.size === facts.target.size ? 'skip' : 'overwrite';
  }
};

const isKnownNotNewer = ({ source, target }: ConflictFacts): boolean =>
  source.modifiedMs !== null && target.modifiedMs !== null && source.modifiedMs <= target.modifiedMs;
