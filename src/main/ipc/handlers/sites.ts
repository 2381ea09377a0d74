import type * as contract from '#shared/contract/sites.ts';
import { SECRET_PURPOSES, type Site } from '#shared/model/site.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import { isSameProxy, mayUsePasswordOf } from '../../site/same-login.ts';
import type { SiteStore } from '../../site/site-store.ts';
import type { Vault } from '../../site/vault.ts';
import type { Handlers } from '../handlers.ts';

export interface SiteServices {
  readonly sites: SiteStore;
  readonly vault: Vault;
  readonly registry: Pick<SessionRegistry, 'require'>;
  readonly onChange: (sites: readonly Site[]) => void;
}

export const siteHandlers = ({ sites, vault, registry, onChange }: SiteServices): Handlers<typeof contract> => ({
  listSites: async () => ({ sites: sites.list(), passwordStorage: await vault.storage() }),
  saveSite: async ({ secrets, ...wish }) => {
    const before = wish.siteId === null ? undefined : sites.get(wish.siteId);
    const saved = sites.save(wish);
    const { siteId, settings } = saved;
    try {
      // The password was for another login than the site has from now on.
      if (before && !mayUsePasswordOf(before.settings, settings)) vault.forget(siteId, 'login');
      if (before && !isSameProxy(before.settings.proxy, settings.proxy)) vault.forget(siteId, 'proxy');
      for (const purpose of SECRET_PURPOSES) {
        const change = secrets[purpose];
        if (change.kind === 'forget') vault.forget(siteId, purpose);
        if (change.kind === 'keep') await vault.keep(siteId, purpose, change.secret);
      }
      if (secrets.login.kind === 'keep-from-session') {
        const session = registry.require(secrets.login.sessionId);
        const used = session.password();
        if (used !== null && mayUsePasswordOf(session.view().settings, settings))
          await vault.keep(siteId, 'login', used);
      }
    } finally {
      // The site stands even where a secret could not be kept.
      onChange(sites.list());
    }
    return sites.get(siteId) ?? saved;
  },
  deleteSite: ({ siteId }) => {
    sites.delete(siteId);
    onChange(sites.list());
    return null;
  },
});
