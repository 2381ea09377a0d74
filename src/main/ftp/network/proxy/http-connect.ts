import { excerpt } from '../../protocol/protocol-fault.ts';
import { authorityOf, type Destination, hostForProxy } from './destination.ts';
import type { Handshake } from './handshake.ts';
import { ProxyFailure } from './proxy-failure.ts';
import type { ProxyLogin } from './socks5.ts';

/** Bytes of a header that are read; proxies themselves take 8 to 64 KiB. */
const MOST_HEADER = 32_768;
const PROTOCOL = 'HTTP/';
/** Interim replies before the one that counts (RFC 9110 15.2). */
const MOST_INTERIM = 10;

/**
 * HTTP CONNECT (RFC 9110 9.3.6), with the login of RFC 7617 from the beginning where there is one:
 *
 *     -> CONNECT example.org:21 HTTP/1.1       <- HTTP/1.1 200 Connection established
 *        Host: example.org:21                     …
 *        Proxy-Authorization: Basic …
 *
 * What follows the empty line of a 2xx is the server's, whatever the header says of a length.
 *
 * Throws {@link ProxyFailure}.
 */
export function* httpConnect(login: ProxyLogin | null, { host, port }: Destination): Handshake<void> {
  const authority = authorityOf({ host: hostForProxy(host), port });
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`];
  if (login !== null) lines.push(`Proxy-Authorization: ${basic(login)}`);
  yield { say: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`) };
  for (let interim = 0; interim <= MOST_INTERIM; interim += 1) {
    // A server of another protocol may say a few words and wait.
    if (textOf(yield { hear: PROTOCOL.length }) !== PROTOCOL) throw notHttp();
    const header = textOf(yield { hearHeader: MOST_HEADER });
    const status = /^1\.\d (\d{3})(?: ([^\r\n]*))?\r?\n/.exec(header);
    if (status === null) throw notHttp();
    if (!/\n\r?\n$/.test(header)) throw new ProxyFailure('not-a-proxy', 'it sends a header without end');
    const code = Number(status[1]);
    if (code >= 200 && code < 300) return;
    if (code >= 200) throw refusal(code, status[2] ?? '', header, login);
  }
  throw new ProxyFailure('not-a-proxy', 'it sends interim replies without end');
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const notHttp = (): ProxyFailure => new ProxyFailure('not-a-proxy', 'what answers does not speak HTTP');

/** RFC 7617 2: a colon ends the user name, so none can be in it. */
const basic = ({ user, password }: ProxyLogin): string => {
  if (user.includes(':')) throw new ProxyFailure('proxy-login', 'HTTP has no user names with a colon');
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
};

const refusal = (code: number, phrase: string, header: string, login: ProxyLogin | null): ProxyFailure => {
  const said = excerpt(`${code} ${phrase}`.trim());
  // 401 is for servers (RFC 9110 15.5.2), and what tinyproxy says to a wrong password.
  if (code !== 407 && code !== 401)
    return new ProxyFailure(code < 500 ? 'proxy-refused' : 'proxy-failed', `it answered ${said}`);
  const schemes = [...header.matchAll(/^proxy-authenticate: *([^\s,]+)/gim)].map((match) => match[1] ?? '');
  if (schemes.length > 0 && !schemes.some((scheme) => scheme.toLowerCase() === 'basic')) {
    return new ProxyFailure('proxy-refused', `it wants a login by ${excerpt(schemes.join(' or '))}, not a password`);
  }
  const words = login === null ? 'it wants a user name and a password' : 'it refused the user name or the password';
  return new ProxyFailure('proxy-login', `${words} (${said})`);
};
