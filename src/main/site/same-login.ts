import type { ConnectionSettings, Security } from '#shared/model/connection.ts';
import type { ProxyChoice } from '#shared/model/proxy.ts';

const STRENGTH: Readonly<Record<Security, number>> = { none: 0, try: 1, explicit: 2, implicit: 2 };

/**
 * Whether a password that is kept for one login may be sent by the other: to the same user of the same server, and
 * protected no less. A window that names a saved site beside other settings does not get its password sent elsewhere.
 */
export const mayUsePasswordOf = (kept: ConnectionSettings, wanted: ConnectionSettings): boolean =>
  kept.host.toLowerCase() === wanted.host.toLowerCase() &&
  kept.port === wanted.port &&
  kept.user === wanted.user &&
  STRENGTH[wanted.security] >= STRENGTH[kept.security];

/** Whether a proxy's password may be sent to the other: to the same user of the same proxy, spoken to alike. */
export const isSameProxy = (kept: ProxyChoice, wanted: ProxyChoice): boolean =>
  'host' in kept &&
  'host' in wanted &&
  kept.kind === wanted.kind &&
  kept.host.toLowerCase() === wanted.host.toLowerCase() &&
  kept.port === wanted.port &&
  kept.user === wanted.user;
