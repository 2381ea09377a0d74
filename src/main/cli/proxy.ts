import type { FtpUrl } from '#shared/ftp-url.ts';
import type { ProxyOptions } from '../ftp/engine.ts';
import { environmentProxy } from './environment-proxy.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * The proxy to a server: the option's, else the environment's. Its password is the first of the URL's,
 * LONGSHORE_PROXY_PASSWORD, and what a person at the terminal answers.
 *
 * @throws UsageError for an environment that names none, and where nobody can be asked
 */
export const findProxy = async (
  { host }: Pick<FtpUrl, 'host'>,
  choice: CommandOptions['proxy'],
  terminal: Terminal,
): Promise<ProxyOptions | null> => {
  if (choice === 'none') return null;
  const given = choice ?? environmentProxy(terminal.environment, host);
  if (given === null) return null;
  const { server } = given;
  if (server.user === null) return { ...server, password: null };
  const password = given.password ?? terminal.environment['LONGSHORE_PROXY_PASSWORD'] ?? null;
  if (password !== null) return { ...server, password };
  const whose = `${server.user}@${server.host}`;
  if (!terminal.isInteractive) {
    throw new UsageError(
      `there is no password for the proxy ${whose}: set LONGSHORE_PROXY_PASSWORD, or put it into the URL`,
    );
  }
  return { ...server, password: await terminal.askSecret(`Password for the proxy ${whose}: `) };
};
