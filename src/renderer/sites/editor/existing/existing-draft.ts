import type { ConflictRule } from '#shared/model/conflict-rule.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';

/** What becomes of files that are there already. Every list of rules can be saved. */
export interface ExistingDraft {
  readonly conflictRules: readonly ConflictRule[];
}

export const existingDraftOf = ({ transferPolicy }: Pick<ConnectionSettings, 'transferPolicy'>): ExistingDraft => ({
  conflictRules: transferPolicy.conflictRules,
});
