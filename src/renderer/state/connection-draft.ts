import { parseFtpUrl } from '#shared/ftp-url.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION, defaultPort, type Security } from '#shared/model/connection.ts';
import { ok, type Result } from '#shared/result.ts';
import type { QuickConnectDraft } from './quick-connect.ts';

/** In the order they are offered: what suits most first. */
export const SECURITY_CHOICES = ['try', 'explicit', 'implicit', 'none'] as const satisfies readonly Security[];

/** RFC 1635: the name under which a server lets everybody in. */
export const ANONYMOUS_USER = 'anonymous';

/** A port as entered: the default where it is empty, null where it is none. */
export const readPort = (text: string, security: Security): number | null => {
  const entered = text.trim();
  if (entered === '') return defaultPort(security);
  const port = Number(entered);
  return /^\d{1,5}$/.test(entered) && port >= 1 && port <= 65_535 ? port : null;
};

export interface ReadHost {
  /** What the text says beyond a bare host goes into the other fields. */
  readonly draft: QuickConnectDraft;
  /** A password that stood in a URL, to go straight into its field. */
  readonly password: string | null;
}

/**
 * What was typed or pasted as the host: a bare name or address, `user@host:port/path`, or a whole ftp:// URL.
 * @returns the fault of parseFtpUrl where it looks like a URL and is none
 */
export const readHost = (draft: QuickConnectDraft): Result<ReadHost> => {
  const text = draft.host.trim();
  if (isBareHost(text)) return ok({ draft: { ...draft, host: text }, password: null });
  const hasScheme = /^[a-z]+:\/\//i.test(text);
  const url = parseFtpUrl(hasScheme ? text : `ftp://${text}`);
  if (!url.ok) return url;
  const { host, port, user, password, path, security } = url.value;
  const chosen = security ?? draft.security;
  const saysPort = port !== defaultPort(security ?? 'try');
  return ok({
    draft: {
      host,
      port: saysPort ? String(port) : hasScheme ? '' : draft.port,
      user: user ?? draft.user,
      security: chosen,
      remotePath: path === '' ? null : path,
    },
    password,
  });
};

/** A name, an IPv4 address, or an IPv6 address without brackets (two colons and more). */
const isBareHost = (text: string): boolean => !/[@/[]/.test(text) && (!text.includes(':') || /:.*:/.test(text));

/** A draft as the settings to connect with; null where host or port are not usable. */
export const settingsOf = (draft: QuickConnectDraft): ConnectionSettings | null => {
  const host = draft.host.trim();
  const port = readPort(draft.port, draft.security);
  if (host === '' || port === null) return null;
  return {
    ...DEFAULT_CONNECTION,
    host,
    port,
    user: draft.user.trim() || ANONYMOUS_USER,
    security: draft.security,
    remotePath: draft.remotePath,
  };
};

/** Settings as a draft: what is only the default stays empty. */
export const draftOf = (settings: ConnectionSettings): QuickConnectDraft => ({
  host: settings.host,
  user: settings.user === ANONYMOUS_USER ? '' : settings.user,
  port: settings.port === defaultPort(settings.security) ? '' : String(settings.port),
  security: settings.security,
  remotePath: settings.remotePath,
});

/** Whether two settings lead to the same login on the same server, however they go there. */
export const isSameLogin = (a: ConnectionSettings, b: ConnectionSettings): boolean =>
  a.host.toLowerCase() === b.host.toLowerCase() && a.port === b.port && a.user === b.user;
