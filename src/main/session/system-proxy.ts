import { FaultError } from '#shared/fault.ts';
import type { ProxyServer } from '#shared/model/proxy.ts';
import { isLoopbackHost } from './loopback.ts';

/** The proxy that the system's settings have for a server; null: none. Faults: `refused-here: not-supported`. */
export type SystemProxy = (host: string, port: number) => Promise<ProxyServer | null>;

/**
 * The system's settings as Chromium reads them, automatic configuration included.
 * @param resolve answers for a URL, as `PROXY 192.0.2.1:3128; SOCKS5 192.0.2.2:1080; DIRECT`
 */
export const createSystemProxy =
  (resolve: (url: string) => Promise<string>): SystemProxy =>
  async (host, port) => {
    if (isLoopbackHost(host)) return null;
    const authority = host.includes(':') ? `[${host}]` : host;
    return firstUsable(await resolve(`ftp://${authority}:${port}/`));
  };

/** A `SOCKS` without a number is version 4 by the letter, and in most settings a server that knows 5 as well. */
const KINDS: Readonly<Record<string, 'socks5' | 'http'>> = {
  PROXY: 'http',
  HTTP: 'http',
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
};

const PORTS = { http: 80, socks5: 1080 } as const;

/**
 * The first way of a list that we know how to go. Of a list without any, none is gone: to connect directly would be
 * against the settings.
 * Faults: `refused-here: not-supported`.
 */
export const firstUsable = (list: string): ProxyServer | null => {
  const ways = list.split(';').map((way) => way.trim());
  for (const way of ways) {
    const [word = '', place = ''] = way.split(/\s+/);
    if (word.toUpperCase() === 'DIRECT') return null;
    const kind = KINDS[word.toUpperCase()];
    const found = kind === undefined ? null : placeOf(place, PORTS[kind]);
    if (kind !== undefined && found !== null) return { kind, ...found, user: null };
  }
  if (ways.every((way) => way === '')) return null;
  const detail = `the system's proxy setting has only what cannot be used here: ${list}`;
  throw new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-supported', detail });
};

/** `192.0.2.1:3128`, `[2001:db8::1]:3128`, `proxy.example`. */
const placeOf = (place: string, otherwise: number): { readonly host: string; readonly port: number } | null => {
  const found = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(place);
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3] ?? otherwise);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
};
