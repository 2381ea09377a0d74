import { isIP, SocketAddress } from 'node:net';
import { type Destination, hostForProxy } from './destination.ts';
import type { Handshake } from './handshake.ts';
import { ProxyFailure } from './proxy-failure.ts';

/** RFC 1928 5: the kinds of address. */
const IPV4 = 0x01;
const NAME = 0x03;
const IPV6 = 0x04;

/** A name's length is one byte. */
const LONGEST_NAME = 255;

/**
 * An address as SOCKS has it (RFC 1928 5):
 *
 *     01 c0 00 02 01                 00 15      192.0.2.1, port 21
 *     03 0b "example.org"            00 15
 *     04 20 01 0d b8 … (16 bytes)    00 15
 *
 * Throws {@link ProxyFailure} for a name that is none or longer than SOCKS can say.
 */
export const encodeAddress = ({ host, port }: Destination): Uint8Array => {
  const known = hostForProxy(host);
  const tail = [port >> 8, port & 0xff];
  if (isIP(known) === 4) return Uint8Array.of(IPV4, ...known.split('.').map(Number), ...tail);
  if (isIP(known) === 6) return Uint8Array.of(IPV6, ...ipv6Bytes(known), ...tail);
  const name = Buffer.from(known, 'ascii');
  if (name.length > LONGEST_NAME) throw new ProxyFailure('proxy-refused', `${known} is too long a name for SOCKS5`);
  return Uint8Array.of(NAME, name.length, ...name, ...tail);
};

/** Hears an address behind its kind. */
export function* hearAddress(kind: number): Handshake<Destination> {
  let host: string;
  if (kind === IPV4) host = (yield { hear: 4 }).join('.');
  else if (kind === IPV6) host = ipv6Text(yield { hear: 16 });
  else if (kind === NAME) {
    const [length = 0] = yield { hear: 1 };
    host = Buffer.from(yield { hear: length }).toString('latin1');
  } else throw new ProxyFailure('not-a-proxy', `it names an address of the unknown kind ${kind}`);
  const [high = 0, low = 0] = yield { hear: 2 };
  return { host, port: high * 256 + low };
}

/** Eight groups of 16 bits; `::` stands for those left out, an IPv4 address for the last two (RFC 4291 2.2). */
const ipv6Bytes = (address: string): readonly number[] => {
  const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, ipv4AsGroups).split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const left = new Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...left, ...after].flatMap((group) => [group >> 8, group & 0xff]);
};

const groupsOf = (text: string): readonly number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));

const ipv4AsGroups = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

/** In the one form that addresses are compared in, as the system writes them. */
const ipv6Text = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups = Array.from({ length: 8 }, (_, at) => view.getUint16(at * 2).toString(16));
  return new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address;
};
