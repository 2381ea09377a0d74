import type { FtpUrl } from '#shared/ftp-url.ts';
import type { Security } from '#shared/model/connection.ts';
import { DEFAULT_TIMEOUTS, defaultConnectOptions } from '../ftp/defaults.ts';
import type { ConnectOptions, UserFtp } from '../ftp/engine.ts';
import { connectUserFtp } from '../ftp/user-ftp.ts';
import { findLogin, type Login } from './login.ts';
import { loginQuestions } from './login-questions.ts';
import type { CommandOptions, TlsChoice } from './options.ts';
import { findProxy } from './proxy.ts';
import type { Terminal } from './terminal.ts';
import { tlsOptionsFor } from './tls-options.ts';
import { noTrace, traceTo } from './trace.ts';
import { UsageError } from './usage-error.ts';

/**
 * Connects and logs in to the server of `url` as the options say.
 *
 * @param expects what follows at once: its data connection is announced with the login
 */
export const connectTo = async (
  url: FtpUrl,
  options: CommandOptions,
  terminal: Terminal,
  expects: ConnectOptions['expects'],
): Promise<UserFtp> => await connectUserFtp({ ...(await connectOptionsFor(url, options, terminal)), expects });

/**
 * What the engine has to know to connect, again and again where that is needed.
 *
 * @throws UsageError for options that contradict the URL, and for a password or a file that is not there
 */
export const connectOptionsFor = async (
  url: FtpUrl,
  options: CommandOptions,
  terminal: Terminal,
): Promise<ConnectOptions> => connectOptionsWith(await findLogin(url, options.netrc, terminal), url, options, terminal);

/** The same with a login that is known already. */
export const connectOptionsWith = async (
  login: Login,
  url: FtpUrl,
  options: CommandOptions,
  terminal: Terminal,
): Promise<ConnectOptions> => {
  const { timeoutMs } = options;
  const defaults = defaultConnectOptions();
  const proxy = await findProxy(url, options.proxy, terminal);
  return {
    ...defaults,
    host: url.host,
    port: url.port,
    security: securityFor(url, options.tls),
    ...login,
    ...loginQuestions(`${login.user}@${url.host}`, terminal),
    login: options.login,
    proxy,
    encoding: options.encoding,
    listing: options.listing,
    // Found out in the middle of a run, the zone would leave some times of one output with it and some without.
    findsZone: false,
    dataConnection: options.dataConnection,
    activePorts: options.portRange,
    externalAddress: options.externalAddress,
    trustPassiveHost: options.trustPassiveHost,
    pipelining: options.pipelining,
    tls: await tlsOptionsFor(`${login.user}@${url.host}`, options, terminal),
    timeouts: timeoutMs === null ? DEFAULT_TIMEOUTS : { connect: timeoutMs, reply: timeoutMs, data: timeoutMs },
    observer: options.trace ? traceTo(terminal) : noTrace,
    signal: terminal.signal,
  };
};

const SECURITY: Readonly<Record<TlsChoice, Security>> = {
  off: 'none',
  try: 'try',
  require: 'explicit',
  implicit: 'implicit',
};

const securityFor = (url: FtpUrl, choice: TlsChoice | null): Security => {
  const chosen = choice === null ? null : SECURITY[choice];
  if (url.security === null) return chosen ?? 'try';
  if (chosen !== null && chosen !== url.security) {
    throw new UsageError(`--tls ${choice} contradicts the scheme of the URL`);
  }
  return url.security;
};
