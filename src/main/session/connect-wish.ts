import type { ConnectWish } from '#shared/contract/application.ts';
import { parseFtpUrl } from '#shared/ftp-url.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';

/** Where the program was asked to connect from outside: a URL on the command line, or a link that was clicked. */
export interface ConnectWishes {
  /**
   * Takes in a URL. Only host, port, user, password and path are read from it.
   * @param atOnce connect without waiting for the person; only for the practice start
   * @returns false where it is no FTP URL
   */
  add(url: string, atOnce: boolean): boolean;
  /** The newest wish that nobody took yet. */
  take(): ConnectWish | null;
  /** The password that came with the wish for this very host, port and user; null for any other. Given out once. */
  passwordFor(settings: ConnectionSettings): string | null;
}

const settingsOf = (url: string): { settings: ConnectionSettings; password: string | null } | null => {
  const parsed = parseFtpUrl(url);
  if (!parsed.ok) return null;
  const { security, host, port, user, password, path } = parsed.value;
  const settings: ConnectionSettings = {
    ...DEFAULT_CONNECTION,
    host,
    port,
    user: user ?? 'anonymous',
    security: security ?? 'try',
    remotePath: path === '' ? null : path,
  };
  return { settings, password };
};

/** @param onWish told that there is one to take */
export const createConnectWishes = (onWish: () => void): ConnectWishes => {
  let wish: ConnectWish | null = null;
  let held: { settings: ConnectionSettings; password: string } | null = null;
  return {
    add: (url, atOnce) => {
      const found = settingsOf(url);
      if (!found) return false;
      const { settings, password } = found;
      wish = { settings, passwordGiven: password !== null, atOnce };
      held = password === null ? null : { settings, password };
      onWish();
      return true;
    },
    take: () => {
      const taken = wish;
      wish = null;
      return taken;
    },
    passwordFor: ({ host, port, user }) => {
      if (!held || held.settings.host !== host || held.settings.port !== port || held.settings.user !== user)
        return null;
      const { password } = held;
      held = null;
      return password;
    },
  };
};
