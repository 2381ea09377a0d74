import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { FtpProxyDialect, ProxyChoice } from '#shared/model/proxy.ts';

type ProxyKind = ProxyChoice['kind'];

/** What stands in the fields of the proxy; what a kind does not need is kept while another is looked at. */
export interface ProxyDraft {
  readonly kind: ProxyKind;
  readonly dialect: FtpProxyDialect;
  readonly host: string;
  readonly port: string;
  readonly user: string;
}

export type ProxyField = 'host' | 'port';

/** In the order they are offered. */
export const PROXY_KINDS = ['system', 'none', 'socks5', 'http', 'ftp'] as const satisfies readonly ProxyKind[];

/** The ports that proxies usually listen on: RFC 1928's, the one most HTTP proxies have, and FTP's own. */
export const USUAL_PROXY_PORT = { socks5: 1080, http: 8080, ftp: 21 } as const;

export type ProxyServerKind = keyof typeof USUAL_PROXY_PORT;

/** Whether a kind is a server that has to be named. */
export const isProxyServer = (kind: ProxyKind): kind is ProxyServerKind => kind in USUAL_PROXY_PORT;

type ProxySettings = Pick<ConnectionSettings, 'proxy'>;

export const proxyDraftOf = ({ proxy }: ProxySettings): ProxyDraft => {
  const nothing = { kind: proxy.kind, dialect: 'user-at-host', host: '', port: '', user: '' } as const;
  if (proxy.kind === 'system' || proxy.kind === 'none') return nothing;
  return {
    ...nothing,
    dialect: proxy.kind === 'ftp' ? proxy.dialect : 'user-at-host',
    host: proxy.host,
    port: proxy.port === USUAL_PROXY_PORT[proxy.kind] ? '' : String(proxy.port),
    user: proxy.user ?? '',
  };
};

export const proxyProblems = ({ kind, host, port }: ProxyDraft): readonly ProxyField[] => {
  const wrong: ProxyField[] = [];
  if (!isProxyServer(kind)) return wrong;
  if (host.trim() === '' || /[\s/@]/.test(host.trim())) wrong.push('host');
  if (readProxyPort(port, kind) === null) wrong.push('port');
  return wrong;
};

export const proxySettings = ({ kind, dialect, host, port, user }: ProxyDraft): ProxySettings => {
  if (!isProxyServer(kind)) return { proxy: { kind } };
  const address = {
    host: host.trim(),
    port: readProxyPort(port, kind) ?? USUAL_PROXY_PORT[kind],
    user: user.trim() === '' ? null : user.trim(),
  };
  return { proxy: kind === 'ftp' ? { kind, dialect, ...address } : { kind, ...address } };
};

/** A port as entered: the usual one where it is empty, null where it is none. */
const readProxyPort = (text: string, kind: ProxyServerKind): number | null => {
  const entered = text.trim();
  if (entered === '') return USUAL_PROXY_PORT[kind];
  const port = Number(entered);
  return /^\d{1,5}$/.test(entered) && port >= 1 && port <= 65_535 ? port : null;
};
