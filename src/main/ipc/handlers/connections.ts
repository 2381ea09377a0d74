import type * as contract from '#shared/contract/connections.ts';
import type { ConnectWishes } from '../../session/connect-wish.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import { mayUseSecretsOf } from '../../site/same-login.ts';
import type { SiteStore } from '../../site/site-store.ts';
import type { Handlers } from '../handlers.ts';

export const connectionHandlers = (
  registry: SessionRegistry,
  wishes: ConnectWishes,
  sites: Pick<SiteStore, 'get'>,
): Handlers<typeof contract> => ({
  openConnection: ({ passwordOf, ...wish }) => {
    const site = wish.siteId === null ? undefined : sites.get(wish.siteId);
    const siteId = site && mayUseSecretsOf(site.settings, wish.settings) ? site.siteId : null;
    const known = passwordOf === null ? null : registry.passwordFor(passwordOf, wish.settings);
    return registry.open({ ...wish, siteId, password: wish.password ?? wishes.passwordFor(wish.settings) ?? known });
  },
  closeConnection: ({ sessionId }) => {
    registry.close(sessionId);
    return null;
  },
  reconnect: ({ sessionId }) => registry.reconnect(sessionId),
  listConnections: () => registry.list(),
  readFeatures: ({ sessionId }) => registry.require(sessionId).features(),
});
