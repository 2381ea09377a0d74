import { parseFtpUrl } from '#shared/ftp-url.ts';
import { FTP_PROXY_DIALECTS, type ProxyServer } from '#shared/model/proxy.ts';
import { UsageError } from './usage-error.ts';

/** A proxy as a URL gives it, and its password where the URL has one. */
export interface GivenProxy {
  readonly server: ProxyServer;
  readonly password: string | null;
}

/** `socks5h` is curl's word for what is done here in any case: the name goes to the proxy. */
const KINDS: Readonly<Record<string, ProxyServer['kind']>> = {
  socks5: 'socks5',
  socks5h: 'socks5',
  http: 'http',
  ftp: 'ftp',
};

/** curl(1) has 1080 for HTTP as well. */
const PORTS: Readonly<Record<ProxyServer['kind'], number>> = { socks5: 1080, http: 1080, ftp: 21 };

/**
 * `[scheme://][user[:password]@]host[:port]`, percent-encoded, with `;dialect=` behind a proxy that speaks FTP. Without a
 * scheme it is HTTP, as for curl.
 *
 * @param origin the option or the environment variable, for the words of a refusal; these never repeat a password
 * @throws UsageError
 */
export const parseProxyUrl = (origin: string, text: string): GivenProxy => {
  const [, scheme = 'http', rest = '', , dialect] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/]*?)(;dialect=([^/]*))?\/?$/i.exec(text) ?? [];
  const kind = KINDS[scheme.toLowerCase()];
  if (kind === undefined)
    throw new UsageError(`${origin}: only socks5, http and ftp proxies can be used, not ${scheme}`);
  if (dialect !== undefined && kind !== 'ftp') throw new UsageError(`${origin}: only an ftp proxy has a dialect`);
  const parsed = parseFtpUrl(`ftp://${rest}`);
  if (!parsed.ok) throw new UsageError(`${origin}: ${'detail' in parsed.fault ? parsed.fault.detail : 'no proxy'}`);
  const { host, user, password } = parsed.value;
  const port = /:\d+$/.test(rest) ? parsed.value.port : PORTS[kind];
  const address = { host, port, user };
  const server = kind === 'ftp' ? { kind, dialect: dialectOf(origin, dialect), ...address } : { kind, ...address };
  return { server, password };
};

const dialectOf = (origin: string, word = 'user-at-host') => {
  const dialect = FTP_PROXY_DIALECTS.find((one) => one === word.toLowerCase());
  if (dialect === undefined) throw new UsageError(`${origin}: the dialect is one of ${FTP_PROXY_DIALECTS.join(', ')}`);
  return dialect;
};
