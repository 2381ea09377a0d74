import type { SiteDraft, SiteProblems } from './site-draft.ts';

/** What every page of the editor is given: its part of the draft. */
export interface PageProps<Page extends keyof SiteDraft> {
  readonly draft: SiteDraft[Page];
  readonly change: (part: Partial<SiteDraft[Page]>) => void;
  /** Empty until the person has tried to save. */
  readonly problems: SiteProblems[Page];
}
