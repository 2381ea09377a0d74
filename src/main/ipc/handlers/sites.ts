import type * as contract from '#shared/contract/sites.ts';
import type { Site } from '#shared/model/site.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import { mayUsePasswordOf } from '../../site/same-login.ts';
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
  saveSite: async ({ password, ...wish }) => {
    const before = wish.siteId === null ? undefined : sites.get(wish.siteId);
    const saved = sites.save(wish);
    try {
      // The password was for another login than the site has from now on.
      if (before && !mayUsePasswordOf(before.settings, saved.settings)) vault.forget(saved.siteId);
      if (password.kind === 'forget') vault.forget(saved.siteId);
      if (password.kind === 'keep') await vault.keep(saved.siteId, password.password);
      if (password.kind === 'keep-from-session') {
        const session = registry.require(password.sessionId);
        const used = session.password();
        if (used !== null && mayUsePasswordOf(session.view().settings, saved.settings))
          await vault.keep(saved.siteId, used);
      }
    } finally {
      // The site stands even where its password could not be kept.
      onChange(sites.list());
    }
    return sites.get(saved.siteId) ?? saved;
  },
  deleteSite: ({ siteId }) => {
    sites.delete(siteId);
    onChange(sites.list());
    return null;
  },
});
