import type { Destination } from './destination.ts';
import type { Handshake } from './handshake.ts';
import { ProxyFailure } from './proxy-failure.ts';
import { encodeAddress, hearAddress } from './socks-address.ts';

/** Who we are to a proxy. */
export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}

const VERSION = 0x05;
/** RFC 1928 3: the ways to say who one is. */
const NO_LOGIN = 0x00;
const USER_AND_PASSWORD = 0x02;
const NONE_ACCEPTABLE = 0xff;
/** RFC 1929 2 numbers the login's own version. */
const LOGIN_VERSION = 0x01;
/** Length of a user name or a password: one byte. */
const LONGEST = 255;
/** RFC 1928 4. */
const COMMANDS = { connect: 0x01, bind: 0x02 } as const;

/** RFC 1928 6, beside X'00' succeeded. What a proxy forbids or does not know is told apart from what it failed at. */
const REFUSALS: Readonly<Record<number, readonly ['proxy-refused' | 'proxy-failed', string]>> = {
  1: ['proxy-failed', 'general failure'],
  2: ['proxy-refused', 'its rules do not allow this connection'],
  3: ['proxy-failed', 'it cannot reach the network'],
  4: ['proxy-failed', 'it cannot reach the host'],
  5: ['proxy-failed', 'the host refuses the connection'],
  6: ['proxy-failed', 'the host is too far away (TTL expired)'],
  7: ['proxy-refused', 'it does not know this command'],
  8: ['proxy-refused', 'it does not know this kind of address'],
};

/**
 * SOCKS5 up to a reply to one command (RFC 1928):
 *
 *     -> 05 01 00             no login; with a user 05 02 00 02
 *     <- 05 00                or 05 02, and then RFC 1929:
 *                             -> 01 len user len password        <- 01 00
 *     -> 05 01 00 address     01 CONNECT, 02 BIND
 *     <- 05 00 00 address
 *
 * The name goes out as it is: only the proxy resolves it.
 *
 * @returns the address bound at the proxy; for BIND the one it listens on
 * Throws {@link ProxyFailure}.
 */
export function* socks(
  command: keyof typeof COMMANDS,
  login: ProxyLogin | null,
  destination: Destination,
): Handshake<Destination> {
  const methods = login === null ? [NO_LOGIN] : [NO_LOGIN, USER_AND_PASSWORD];
  yield { say: Uint8Array.of(VERSION, methods.length, ...methods) };
  const [version, method] = yield { hear: 2 };
  if (version !== VERSION) throw notSocks();
  if (method === USER_AND_PASSWORD && login !== null) yield* logIn(login);
  else if (method !== NO_LOGIN) throw unacceptable(method, login);
  yield { say: Buffer.concat([Uint8Array.of(VERSION, COMMANDS[command], 0), encodeAddress(destination)]) };
  return yield* socksReply();
}

/** Hears a reply (RFC 1928 6); to BIND there is a second one, with the address of whoever called. Throws as above. */
export function* socksReply(): Handshake<Destination> {
  const [version, code = 0, , kind = 0] = yield { hear: 4 };
  if (version !== VERSION) throw notSocks();
  if (code !== 0) {
    const [reason, words] = REFUSALS[code] ?? ['proxy-failed', 'unknown failure'];
    throw new ProxyFailure(reason, `${words} (SOCKS reply ${code})`);
  }
  return yield* hearAddress(kind);
}

function* logIn({ user, password }: ProxyLogin): Handshake<void> {
  const [name, secret] = [Buffer.from(user), Buffer.from(password)];
  if (name.length > LONGEST || secret.length > LONGEST) {
    throw new ProxyFailure('proxy-login', 'the user name or the password is too long for SOCKS5');
  }
  yield { say: Uint8Array.of(LOGIN_VERSION, name.length, ...name, secret.length, ...secret) };
  const [, status] = yield { hear: 2 };
  if (status !== 0) throw new ProxyFailure('proxy-login', 'it refused the user name or the password');
}

const unacceptable = (method: number | undefined, login: ProxyLogin | null): ProxyFailure => {
  if (method !== NONE_ACCEPTABLE) return new ProxyFailure('not-a-proxy', 'it chose a login that was not offered');
  const words = login === null ? 'it wants a user name and a password' : 'it takes neither no login nor a password';
  return new ProxyFailure('proxy-login', words);
};

const notSocks = (): ProxyFailure => new ProxyFailure('not-a-proxy', 'what answers does not speak SOCKS5');
