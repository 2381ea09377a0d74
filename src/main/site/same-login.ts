import type { ConnectionSettings, Security } from '#shared/model/connection.ts';
import type { ProxyChoice } from '#shared/model/proxy.ts';

const STRENGTH: Readonly<Record<Security, number>> = { none: 0, try: 1, explicit: 2, implicit: 2 };

/**
 * Whether a password that is kept for one login may be sent by the other: to the same user of the same server, protected
 * no less, and by no other proxy that could read it. A window that names a saved site beside other settings does not get
 * its password sent elsewhere.
 */
export const mayUsePasswordOf = (kept: ConnectionSettings, wanted: ConnectionSettings): boolean =>
  kept.host.toLowerCase() === wanted.host.toLowerCase() &&
  kept.port === wanted.port &&
  kept.user === wanted.user &&
  STRENGTH[wanted.security] >= STRENGTH[kept.security] &&
  isWayAsSafe(kept, wanted);

/** All secrets of a site, its proxy's among them. */
export const mayUseSecretsOf = (kept: ConnectionSettings, wanted: ConnectionSettings): boolean =>
  mayUsePasswordOf(kept, wanted) && (!wantsLogin(wanted.proxy) || isSameProxy(kept.proxy, wanted.proxy));

const isWayAsSafe = (kept: ConnectionSettings, { proxy, security }: ConnectionSettings): boolean => {
  if (!('host' in proxy) || isSameProxy(kept.proxy, proxy)) return true;
  return proxy.kind !== 'ftp' && STRENGTH[security] === STRENGTH.explicit;
};

const wantsLogin = (proxy: ProxyChoice): boolean => 'user' in proxy && proxy.user !== null;

/** Whether a proxy's password may be sent to the other: to the same user of the same proxy, spoken to alike. */
export const isSameProxy = (kept: ProxyChoice, wanted: ProxyChoice): boolean =>
  'host' in kept &&
  'host' in wanted &&
  kept.kind === wanted.kind &&
  kept.host.toLowerCase() === wanted.host.toLowerCase() &&
  kept.port === wanted.port &&
  kept.user === wanted.user;
