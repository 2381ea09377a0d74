import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ConnectionSettings, Security } from '#shared/model/connection.ts';
import { defaultPort } from '#shared/model/connection.ts';
import type { Separator } from './local-path.ts';

const SCHEME: Readonly<Record<Security, string>> = { none: 'ftp', try: 'ftp', explicit: 'ftpes', implicit: 'ftps' };

/** RFC 3986 2.1; bytes that could not be decoded (U+DC80..U+DCFF) go out as the bytes they were. */
const encoded = (text: string): string =>
  [...text].map((letter) => (/^[\uDC80-\uDCFF]$/.test(letter) ? byteOf(letter) : encodeURIComponent(letter))).join('');

const byteOf = (escaped: string): string => `%${(escaped.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`;

const encodedPath = (path: Pathname): string => path.split('/').map(encoded).join('/');

/**
 * The FTP URL of a remote pathname, without the password. A path under the login directory is written relative to it,
 * as RFC 1738 3.2.2 means it; any other begins with a second slash.
 * @param home where the server put us after login; null where that is not known
 */
export const remoteUrl = (settings: ConnectionSettings, path: Pathname, home: Pathname | null): string => {
  const usual = defaultPort(settings.security);
  const host = settings.host.includes(':') ? `[${settings.host.replace('%', '%25')}]` : settings.host;
  const user = settings.user === 'anonymous' ? '' : `${encoded(settings.user)}@`;
  const port = settings.port === usual ? '' : `:${settings.port}`;
  return `${SCHEME[settings.security]}://${user}${host}${port}/${pathPart(path, home)}`;
};

const pathPart = (path: Pathname, home: Pathname | null): string => {
  const inHome = home === null || home.endsWith('/') ? home : `${home}/`;
  if (inHome !== null && path.startsWith(inHome)) return encodedPath(path.slice(inHome.length));
  if (path === home) return '';
  return encodedPath(path);
};

/** The file URL of a local path. */
export const localUrl = (path: string, separator: Separator): string => {
  const slashed = path.split(separator).map(encodeLocal).join('/');
  if (slashed.startsWith('//')) return `file:${slashed}`;
  return slashed.startsWith('/') ? `file://${slashed}` : `file:///${slashed}`;
};

// A lone surrogate has no UTF-8 form; the replacement character at least shows that something stood there.
const encodeLocal = (segment: string): string =>
  encodeURIComponent(segment.toWellFormed()).replace(/^([A-Za-z])%3A$/, '$1:');
