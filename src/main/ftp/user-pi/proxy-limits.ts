import { FaultError } from '#shared/fault.ts';
import type { ConnectOptions, TunnelOptions } from '../engine.ts';

/** The proxy that connections go through as they are; null where there is none, or one that speaks FTP itself. */
export const tunnelOf = ({ proxy }: Pick<ConnectOptions, 'proxy'>): TunnelOptions | null =>
  proxy === null || proxy.kind === 'ftp' ? null : proxy;

/** Whether the server's call can come here: an HTTP proxy connects in one direction only. */
export const takesCalls = (options: Pick<ConnectOptions, 'proxy'>): boolean => tunnelOf(options)?.kind !== 'http';

/**
 * Refuses, before a byte is sent, what a proxy can have no part in:
 * - the default data port: it is the port that the server sees the control connection come from, which is the proxy's
 * - TLS through a proxy that speaks FTP: it has to read USER and SITE, and would have to show a certificate for a host
 *   that is not its own. `try` goes without, but not to a host that once had TLS
 * - active data connections through HTTP, which has nothing like SOCKS's BIND
 *
 * Faults: `refused-here: not-supported`, `security: proxy-reads-along`, stage `connecting`.
 */
export const refuseThroughProxy = (options: ConnectOptions): void => {
  const { proxy, dataConnection, security, learned } = options;
  if (proxy === null) return;
  if (dataConnection === 'default-port') {
    throw notSupported('the default data port does not pass a proxy; choose passive data connections');
  }
  if (dataConnection === 'active' && !takesCalls(options)) {
    throw notSupported('an HTTP proxy takes no calls from the server; choose passive data connections');
  }
  if (
    proxy.kind === 'ftp' &&
    (security === 'explicit' || security === 'implicit' || (security === 'try' && learned.hadTls))
  ) {
    const detail = `the proxy ${proxy.host} reads what is said to ${options.host}`;
    throw new FaultError({ kind: 'security', stage: 'connecting', reason: 'proxy-reads-along', detail });
  }
};

const notSupported = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-supported', detail });
