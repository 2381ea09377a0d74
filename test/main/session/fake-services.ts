import type { SessionView } from '#shared/model/session.ts';
import type { Asker } from '../../../src/main/prompts/asker.ts';
import type { ConnectUserFtp } from '../../../src/main/session/connector.ts';
import { createServerConnections } from '../../../src/main/session/server-connections.ts';
import type { SessionServices } from '../../../src/main/session/session.ts';
import { createLearnedServers } from '../../../src/main/site/learned-servers.ts';
import { createTlsHosts } from '../../../src/main/site/tls-hosts.ts';
import { createTrustedCertificates } from '../../../src/main/site/trusted-certificates.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { settingsOf } from '../../fixtures/sessions.ts';
import { fakeAsker } from './fake-asker.ts';
import { fakeVault } from './fake-vault.ts';

export const SETTINGS = settingsOf({ host: 'example.org', user: 'ada' });

/** What a session needs, without network, keychain or window; `views` is what the window would have been told. */
export const fakeServices = (
  connect: ConnectUserFtp,
  asker: Asker = fakeAsker(),
): SessionServices & { readonly views: readonly SessionView[] } => {
  const database = openDatabase(':memory:');
  const views: SessionView[] = [];
  return {
    views,
    connect,
    readLocalFile: () => Promise.reject(new Error('there is no file')),
    asker,
    systemProxy: async () => null,
    vault: fakeVault(),
    trusted: createTrustedCertificates(database),
    tlsHosts: createTlsHosts(database),
    learnedServers: createLearnedServers(database),
    serverConnections: createServerConnections(),
    onChange: (view) => views.push(view),
    onLine: () => {},
  };
};
