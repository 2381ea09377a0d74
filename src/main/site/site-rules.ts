import {
  type ConflictAction,
  type ConflictRule,
  MOST_CONFLICT_RULES,
  withAlways,
} from '#shared/model/conflict-rule.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { SiteStore } from './site-store.ts';

/**
 * What the sites that are saved say of files that are there already, for the transfer queue.
 *
 * @param onChange told once a site has another list
 */
export const createSiteRules = (sites: Pick<SiteStore, 'get' | 'save'>, onChange: () => void) => {
  const siteOf = ({ siteId }: SessionView) => (siteId === null ? undefined : sites.get(siteId));
  return {
    of: (session: SessionView): readonly ConflictRule[] =>
      (siteOf(session)?.settings ?? session.settings).transferPolicy.conflictRules,
    keptWith: (session: SessionView): string | null => {
      const site = siteOf(session);
      return site && site.settings.transferPolicy.conflictRules.length < MOST_CONFLICT_RULES ? site.name : null;
    },
    always: (session: SessionView, direction: 'download' | 'upload', action: ConflictAction): void => {
      const site = siteOf(session);
      if (!site) return;
      const { siteId, name, settings } = site;
      const conflictRules = withAlways(settings.transferPolicy.conflictRules, direction, action);
      // Another answer may have filled the list meanwhile.
      if (conflictRules.length > MOST_CONFLICT_RULES) return;
      sites.save({
        siteId,
        name,
        settings: { ...settings, transferPolicy: { ...settings.transferPolicy, conflictRules } },
      });
      onChange();
    },
  };
};
