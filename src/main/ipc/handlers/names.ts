import type * as contract from '#shared/contract/names.ts';
import type { Site } from '#shared/model/site.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { SiteStore } from '../../site/site-store.ts';
import type { Handlers } from '../handlers.ts';

export interface NameServices {
  readonly registry: Pick<SessionRegistry, 'require'>;
  readonly sites: SiteStore;
  readonly onSitesChange: (sites: readonly Site[]) => void;
}

export const nameHandlers = ({ registry, sites, onSitesChange }: NameServices): Handlers<typeof contract> => ({
  writeName: ({ sessionId, text }) => registry.require(sessionId).names.write(text),
  setEncoding: async ({ sessionId, encoding }) => {
    const session = registry.require(sessionId);
    await session.readNamesIn(encoding);
    const view = session.view();
    const site = view.siteId === null ? undefined : sites.get(view.siteId);
    if (site && site.settings.encoding !== encoding) {
      sites.save({ ...site, settings: { ...site.settings, encoding } });
      onSitesChange(sites.list());
    }
    return view;
  },
});
