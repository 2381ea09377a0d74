import { protocolFault } from './protocol-fault.ts';

/** Where a data connection goes. */
export interface HostPort {
  /** A numeric address. */
  readonly host: string;
  readonly port: number;
}

const SIX_NUMBERS = /(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})/;

/**
 * The host-port of a 227 reply: `227 Entering Passive Mode (h1,h2,h3,h4,p1,p2)`. RFC 959 does not say where in the
 * text it stands (RFC 1123 4.1.2.6), so the first six numbers with commas between them are taken.
 * Faults: `protocol: malformed-address`.
 */
export const parsePassiveReply = (text: string): HostPort => {
  const found = SIX_NUMBERS.exec(text);
  const numbers = found?.slice(1).map(Number) ?? [];
  if (numbers.length !== 6 || numbers.some((number) => number > 255)) throw protocolFault('malformed-address', text);
  const [high = 0, low = 0] = numbers.slice(4);
  return { host: numbers.slice(0, 4).join('.'), port: checkedPort(high * 256 + low, text) };
};

// The delimiter may be any of ASCII 33 to 126; protocol and address are empty, though some servers fill them in.
const EXTENDED_PORT = /\(([!-~])[^()]*?\1[^()]*?\1(\d{1,5})\1\)/;

/**
 * The port of a 229 reply (RFC 2428 3): `229 Entering Extended Passive Mode (|||6446|)`.
 * Faults: `protocol: malformed-address`.
 */
export const parseExtendedPassiveReply = (text: string): number => {
  const found = EXTENDED_PORT.exec(text);
  if (found === null) throw protocolFault('malformed-address', text);
  return checkedPort(Number(found[2]), text);
};

const checkedPort = (port: number, text: string): number => {
  if (port < 1 || port > 65_535) throw protocolFault('malformed-address', text);
  return port;
};

/** The argument of PORT (RFC 959 4.1.2), `h1,h2,h3,h4,p1,p2`; only for IPv4. */
export const formatPort = ({ host, port }: HostPort): string => [...host.split('.'), port >> 8, port & 0xff].join(',');

/** The argument of EPRT (RFC 2428 2): `|1|132.235.1.2|6275|`, `|2|1080::8:800:200C:417A|5282|`. */
export const formatExtendedPort = ({ host, port }: HostPort): string =>
  `|${host.includes(':') ? 2 : 1}|${host}|${port}|`;
