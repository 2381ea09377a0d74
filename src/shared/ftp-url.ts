import type { RefusedReason } from './fault.ts';
import type { Pathname } from './ftp/pathname.ts';
import { defaultPort } from './model/connection.ts';
import type { Result } from './result.ts';

/** What an FTP URL says, and null where it says nothing. */
export interface FtpUrl {
  /** `explicit` for ftpes, `implicit` for ftps; null for ftp, which leaves it open. */
  readonly security: 'explicit' | 'implicit' | null;
  /** A name or an address, IPv6 without its brackets. */
  readonly host: string;
  /** The URL's, else 990 for ftps and 21 for the others. */
  readonly port: number;
  readonly user: string | null;
  readonly password: string | null;
  /** Absolute where it begins with a slash, else from the directory that login leads to; empty for that directory. */
  readonly path: Pathname;
  /** RFC 1738 3.2.2, `;type=`: ASCII, image or a directory listing; and EBCDIC, which it leaves out. */
  readonly type: 'a' | 'e' | 'i' | 'd' | null;
}

/**
 * `ftp://`, `ftpes://` (explicit TLS) and `ftps://` (implicit TLS) URLs, `[user[:password]@]host[:port]/path[;type=a]`,
 * percent-encoded. The slash after the host only separates (RFC 1738 3.2.2): `/pub` is `pub` from the login
 * directory, `//pub` and `/%2Fpub` are `/pub`. Percent-encoded bytes that are not UTF-8 stay bytes (see Pathname).
 *
 * CR, LF and NUL are refused in any spelling: in a command they would end it and begin another.
 *
 * @returns `refused-here: bad-input` or `unsafe-argument` with an English phrase, which never repeats a password
 */
export const parseFtpUrl = (text: string): Result<FtpUrl> => {
  try {
    return { ok: true, value: parse(text) };
  } catch (thrown) {
    if (!(thrown instanceof UrlRefused)) throw thrown;
    return {
      ok: false,
      fault: { kind: 'refused-here', stage: 'preparing', reason: thrown.reason, detail: thrown.message },
    };
  }
};

class UrlRefused extends Error {
  readonly reason: RefusedReason;
  constructor(message: string, reason: RefusedReason = 'bad-input') {
    super(message);
    this.reason = reason;
  }
}

const SECURITY_BY_SCHEME = { ftp: null, ftpes: 'explicit', ftps: 'implicit' } as const;

const parse = (text: string): FtpUrl => {
  const start = /^(ftp|ftpes|ftps):\/\//i.exec(text);
  if (!start) throw new UrlRefused('the URL does not begin with ftp://, ftpes:// or ftps://');
  const security = SECURITY_BY_SCHEME[(start[1] ?? '').toLowerCase() as keyof typeof SECURITY_BY_SCHEME];

  const rest = text.slice(start[0].length);
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const at = authority.lastIndexOf('@');
  const login = at < 0 ? { user: null, password: null } : parseLogin(authority.slice(0, at));
  const { host, port } = parseHost(authority.slice(at + 1));
  const place = slash < 0 ? { path: '', type: null } : parsePath(rest.slice(slash + 1));
  return {
    security,
    host,
    port: port ?? defaultPort(security),
    ...login,
    ...place,
  };
};

const parseLogin = (text: string): { user: string; password: string | null } => {
  const colon = text.indexOf(':');
  const user = percentDecoded(colon < 0 ? text : text.slice(0, colon), 'the user name');
  if (user === '') throw new UrlRefused('the user name in the URL is empty');
  return { user, password: colon < 0 ? null : percentDecoded(text.slice(colon + 1), 'the password') };
};

/** A registered name (letters of any script, digits, `-`, `_`, `.`), an IPv4 address, or `[IPv6]`, maybe with a zone. */
const HOST = /^(?:\[([0-9A-Fa-f:.]+(?:%(?:25)?[\w.-]+)?)\]|([\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*))(?::(\d{0,5}))?$/u;

const parseHost = (text: string): { host: string; port: number | null } => {
  const found = HOST.exec(text);
  if (!found) throw new UrlRefused(text === '' ? 'the URL names no host' : 'the host in the URL is not a host name');
  // RFC 6874: inside of a URL the % before a zone is itself percent-encoded.
  const host = found[1]?.replace('%25', '%') ?? found[2] ?? '';
  const digits = found[3] ?? '';
  if (digits === '') return { host, port: null };
  const port = Number(digits);
  if (port < 1 || port > 65_535) throw new UrlRefused('the port in the URL is not between 1 and 65535');
  return { host, port };
};

const parsePath = (text: string): Pick<FtpUrl, 'path' | 'type'> => {
  if (text.includes('#')) throw new UrlRefused('a # in the path of a URL has to be written %23');
  const typed = /;type=(.*)$/i.exec(text);
  const path = percentDecoded(typed ? text.slice(0, typed.index) : text, 'the path').replace(/^\/+/, '/');
  return { path, type: typed ? parseType(typed[1] ?? '') : null };
};

const parseType = (text: string): NonNullable<FtpUrl['type']> => {
  const type = text.toLowerCase();
  if (type === 'a' || type === 'e' || type === 'i' || type === 'd') return type;
  throw new UrlRefused('the ;type= of the URL is not a, e, i or d');
};

/** RFC 3986 2.1; a run of encoded bytes that is not UTF-8 is kept by its bytes, as U+DC80 to U+DCFF. */
const percentDecoded = (text: string, part: string): string => {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) throw new UrlRefused(`a % in ${part} has to be written %25`);
  const decoded = text.replace(/(?:%[0-9A-Fa-f]{2})+/g, decodeRun);
  if (/[\r\n\0]/.test(decoded)) throw new UrlRefused(`${part} in the URL holds a line end or NUL`, 'unsafe-argument');
  return decoded;
};

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%(..)/g, (_, hex: string) => {
      const byte = Number.parseInt(hex, 16);
      return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
    });
  }
};
