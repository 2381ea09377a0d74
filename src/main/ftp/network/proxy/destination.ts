import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { ProxyFailure } from './proxy-failure.ts';

/** Where a proxy is to connect to: a name, which is for the proxy to resolve, or a numeric address. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/** What no host has in it, and would be something else to a proxy. */
const NOT_IN_A_HOST = /[\s/?#@\\]/;

/**
 * A host as it goes to a proxy: an address without its zone, which is ours alone, and a name in ASCII (RFC 5891 4.4).
 * Throws {@link ProxyFailure} for what is neither.
 */
export const hostForProxy = (host: string): string => {
  const bare = host.split('%', 1)[0] ?? '';
  if (isIP(bare) !== 0) return bare;
  const ascii = NOT_IN_A_HOST.test(host) ? '' : domainToASCII(host);
  if (ascii === '') throw new ProxyFailure('proxy-refused', `${host} is no name that a proxy could be told`);
  return ascii;
};

/** `example.org:21`, `[2001:db8::1]:21` (RFC 3986 3.2). */
export const authorityOf = ({ host, port }: Destination): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;
