import { readFile } from 'node:fs/promises';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { Security } from '#shared/model/connection.ts';
import type { CertificateProblem } from '#shared/model/prompt.ts';
import { DEFAULT_TIMEOUTS, defaultConnectOptions } from '../ftp/defaults.ts';
import type { CertificateQuestion, ConnectOptions, UserFtp } from '../ftp/engine.ts';
import { connectUserFtp } from '../ftp/user-ftp.ts';
import { findLogin, type Login } from './login.ts';
import { loginQuestions } from './login-questions.ts';
import type { CommandOptions, TlsChoice } from './options.ts';
import type { Terminal } from './terminal.ts';
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
  return {
    ...defaults,
    host: url.host,
    port: url.port,
    security: securityFor(url, options.tls),
    ...login,
    ...loginQuestions(`${login.user}@${url.host}`, terminal),
    login: options.login,
    encoding: options.encoding,
    listing: options.listing,
    // Found out in the middle of a run, the zone would leave some times of one output with it and some without.
    findsZone: false,
    dataConnection: options.dataConnection,
    activePorts: options.portRange,
    externalAddress: options.externalAddress,
    trustPassiveHost: options.trustPassiveHost,
    pipelining: options.pipelining,
    tls: {
      ...defaults.tls,
      ca: options.caFile === null ? [] : [await readCertificates(options.caFile)],
      decide: async (question) => decideTrust(question, options, terminal),
      decidePlainText: (_, staysHere) => decidePlainText(`${login.user}@${url.host}`, staysHere, terminal),
    },
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

const readCertificates = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--ca: ${path} cannot be read`);
  }
};

/**
 * A server without TLS: a person at the terminal is asked, a script is warned and goes on, as `--tls require` would have
 * stopped it. Nothing is said where nothing leaves this machine.
 */
const decidePlainText = async (whose: string, staysHere: boolean, terminal: Terminal): Promise<boolean> => {
  if (staysHere || whose.startsWith('anonymous@')) return true;
  const words = `the server has no encryption: the password for ${whose} and all files go readable`;
  if (terminal.isInteractive) return /^y(es)?$/i.test((await terminal.ask(`${words}. Go on? [y/N] `)).trim());
  terminal.printError(`longshore: ${words}; --tls require refuses that, --tls off says nothing\n`);
  return true;
};

const PROBLEMS: Readonly<Record<CertificateProblem, string>> = {
  'self-signed': 'it is self-signed',
  'unknown-issuer': 'its issuer is not known',
  'wrong-host': 'it is for another host',
  expired: 'it has expired',
  'not-yet-valid': 'it is not valid yet',
  changed: 'it is not the one of before',
  other: 'it could not be verified',
};

/** Whether the options trust a certificate that no root vouches for. */
export const isTrustedBy = ({ chain }: CertificateQuestion, { insecure, pin }: CommandOptions): boolean =>
  insecure || (pin !== null && chain[0]?.sha256.replaceAll(':', '').toUpperCase() === pin);

/** A certificate that no root vouches for is trusted by its SHA-256 or not at all; which one it was is said. */
const decideTrust = (question: CertificateQuestion, options: CommandOptions, terminal: Terminal): boolean => {
  const [leaf] = question.chain;
  if (isTrustedBy(question, options)) return true;
  const why = question.problems.map((problem) => PROBLEMS[problem]).join(', ');
  terminal.printError(`longshore: the certificate of ${question.host}:${question.port} is not trusted: ${why}\n`);
  if (leaf) terminal.printError(`longshore: its SHA-256 is ${leaf.sha256}; --pin trusts it, --ca trusts its issuer\n`);
  return false;
};
