import type * as contract from '#shared/contract/doctor.ts';
import { examine } from '../../doctor/examine.ts';
import { examinedConnection } from '../../session/examined-connection.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { SessionServices } from '../../session/session.ts';
import { mayUseSecretsOf } from '../../site/same-login.ts';
import type { SiteStore } from '../../site/site-store.ts';
import type { Handlers } from '../handlers.ts';

export const doctorHandlers = (
  services: SessionServices,
  registry: Pick<SessionRegistry, 'passwordFor'>,
  sites: Pick<SiteStore, 'get'>,
): Handlers<typeof contract> => ({
  examineConnection: async function* ({ settings, password: given, sessionId, siteId }, signal) {
    const site = siteId === null ? undefined : sites.get(siteId);
    const wish = {
      settings,
      password: given ?? (sessionId === null ? null : registry.passwordFor(sessionId, settings)),
      siteId: site && mayUseSecretsOf(site.settings, settings) ? site.siteId : null,
    };
    yield* examine(await examinedConnection(services, wish, signal), signal);
    return null;
  },
});
