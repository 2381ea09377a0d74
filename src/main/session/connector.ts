import type { ConnectionSettings } from '#shared/model/connection.ts';
import { defaultConnectOptions } from '../ftp/defaults.ts';
import type { ConnectOptions, UserFtp } from '../ftp/engine.ts';
import type { TlsHosts } from '../site/tls-hosts.ts';
import type { CertificateTrust } from './certificate-trust.ts';
import type { Transcript } from './transcript.ts';

/** Connects and logs in: `connectUserFtp` of the engine, or a stand-in for it in tests. */
export type ConnectUserFtp = (options: ConnectOptions) => Promise<UserFtp>;

/** Makes connections of one session, all with the same settings, trust and knowledge of the server. */
export type Connector = (password: string, signal: AbortSignal) => Promise<UserFtp>;

export interface ConnectorOptions {
  readonly settings: ConnectionSettings;
  readonly connect: ConnectUserFtp;
  readonly decide: CertificateTrust;
  readonly tlsHosts: TlsHosts;
  readonly transcript: Transcript;
}

export const createConnector = ({ settings, connect, decide, tlsHosts, transcript }: ConnectorOptions): Connector => {
  const defaults = defaultConnectOptions();
  const { host, port } = settings;
  const learned = { ...defaults.learned, hadTls: tlsHosts.has(host, port) };
  let made = 0;

  return async (password, signal) => {
    const connection = made;
    made += 1;
    const userFtp = await connect({
      ...defaults,
      host,
      port,
      user: settings.user,
      password,
      account: settings.account,
      security: settings.security,
      dataConnection: settings.dataConnection,
      encoding: settings.encoding,
      tls: { ...defaults.tls, decide },
      learned,
      observer: transcript.observer(connection),
      signal,
    });
    if (userFtp.tlsProtocol !== null) tlsHosts.remember(host, port);
    return userFtp;
  };
};
