import type { ConnectionSettings } from '#shared/model/connection.ts';
import { withOverrides } from '#shared/model/learned-fact.ts';
import { defaultConnectOptions } from '../ftp/defaults.ts';
import type { ConnectOptions, UserFtp } from '../ftp/engine.ts';
import { factsOf, type LearnedServers } from '../site/learned-servers.ts';
import type { TlsHosts } from '../site/tls-hosts.ts';
import type { AskAccount } from './account.ts';
import type { SessionNames } from './names/session-names.ts';
import { expectsUtf8 } from './names/utf8-encoding.ts';
import { writeLogin } from './names/write-login.ts';
import type { AskOneTime } from './one-time-question.ts';
import type { ThroughProxy } from './session-proxy.ts';
import type { SessionTls } from './tls-options.ts';
import type { Transcript } from './transcript.ts';

/** Connects and logs in: `connectUserFtp` of the engine, or a stand-in for it in tests. */
export type ConnectUserFtp = (options: ConnectOptions) => Promise<UserFtp>;

/** Makes connections of one session, all with the same settings, trust and knowledge of the server. */
export type Connector = (password: string, expects: 'listing' | 'file', signal: AbortSignal) => Promise<UserFtp>;

export interface ConnectorOptions {
  readonly settings: ConnectionSettings;
  readonly connect: ConnectUserFtp;
  readonly tls: SessionTls;
  readonly tlsHosts: TlsHosts;
  readonly learnedServers: LearnedServers;
  readonly askAccount: AskAccount;
  readonly askOneTime: AskOneTime;
  readonly throughProxy: ThroughProxy;
  readonly transcript: Transcript;
  readonly names: SessionNames;
}

export const createConnector = (options: ConnectorOptions): Connector => {
  const { settings, connect, tls, tlsHosts, learnedServers, askAccount, askOneTime, throughProxy, transcript, names } =
    options;
  const defaults = defaultConnectOptions();
  const { host, port } = settings;
  const { overrides } = settings;
  const known = factsOf(learnedServers.recall(host, port));
  const learned = withOverrides({ ...known, hadTls: tlsHosts.has(host, port) }, overrides);
  let made = 0;

  return async (password, expects, signal) => {
    const connection = made;
    made += 1;
    await names.ready();
    const written = (word: string): string => writeLogin(names, word);
    const asked: Omit<ConnectOptions, 'proxy'> = {
      ...defaults,
      host,
      port,
      user: written(settings.user),
      password: written(password),
      account: settings.account === null ? null : written(settings.account),
      askAccount: async (refused) => written(await askAccount(refused)),
      login: settings.login,
      askOneTime: async (challenge, refused) => written(await askOneTime(challenge, refused)),
      security: settings.security,
      dataConnection: settings.dataConnection,
      activePorts: settings.activePorts,
      externalAddress: settings.externalAddress,
      trustPassiveHost: settings.trustPassiveHost,
      pipelining: settings.pipelining,
      keepAliveMs: settings.keepAlive ? defaults.keepAliveMs : null,
      expects,
      // Pathnames stand for their bytes; how they read is the session's affair, and may change while this stands.
      encoding: 'auto',
      asksUtf8: expectsUtf8(settings.encoding),
      listing: settings.listing,
      tls: await tls(),
      learned,
      overrides,
      onLearned: (fact, value, evidence) => {
        // At once, whatever becomes of the login.
        if (fact === 'hadTls') tlsHosts.remember(host, port);
        else learnedServers.remember(host, port, fact, value, evidence);
      },
      observer: transcript.observer(connection),
      signal,
    };
    return throughProxy((proxy) => connect({ ...asked, proxy }));
  };
};
