import type { ConflictAction, ConflictRule } from '#shared/model/conflict-rule.ts';
import type { SessionView } from '#shared/model/session.ts';

/** The rules of saved sites about files that are there already, as they are now: a session knows those of its beginning. */
export interface SiteRules {
  /** Those of the session's site; of one that is not saved, those it was connected with. */
  of(session: SessionView): readonly ConflictRule[];
  /** The name of the site that can have a further rule; null where the session's is not saved, or its list is full. */
  keptWith(session: SessionView): string | null;
  /** Has all files of the session's site that go one way dealt with like this from now on. */
  always(session: SessionView, direction: 'download' | 'upload', action: ConflictAction): void;
}
