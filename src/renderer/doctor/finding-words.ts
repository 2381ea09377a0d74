import type { TFunction } from 'i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { type Finding, verdictKey } from '#shared/model/diagnosis.ts';

export interface FindingWords {
  readonly title: string;
  readonly said: string;
  /** What its fix changes in the site; null where it has none. */
  readonly change: string | null;
}

/** A finding in words. Facts come from outside: nothing in them may pass for a part of the sentence. */
export const findingWords = (finding: Finding, t: TFunction<'findings'>): FindingWords => {
  const facts = Object.fromEntries(
    Object.entries(finding.facts).map(([fact, value]) => [
      fact,
      typeof value === 'string' ? displayName(value) : value,
    ]),
  );
  const key = verdictKey(finding);
  return {
    title: t(`checks.${finding.check}`),
    said: t(`said.${key}`, facts),
    // Not every verdict has one; those with a fix do, as a test holds.
    change: finding.fix === null ? null : String(t(`change.${key}` as 'change.data.activeOnly', facts)),
  };
};
