import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { CertificateProblem } from '#shared/model/prompt.ts';
import { DEFAULT_TLS, TLS_VERSIONS, type TlsVersion } from '#shared/model/tls-choice.ts';
import type { CertificateQuestion, ClientCertificate, TlsOptions } from '../ftp/engine.ts';
import { readSmallFile } from '../local/read-small-file.ts';
import { loadClientCertificate } from '../session/client-certificate.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * How TLS is used, and who decides about what is not plain: the options, and the person at the terminal.
 *
 * @param whose `user@host`
 * @throws UsageError for a file that is not there, versions that contradict each other, a passphrase nobody can tell
 * Faults: those of a client certificate.
 */
export const tlsOptionsFor = async (
  whose: string,
  options: CommandOptions,
  terminal: Terminal,
): Promise<TlsOptions> => ({
  ...versions(options),
  data: options.clearData ? 'clear' : 'private',
  clearControl: options.clearControl,
  ca: options.caFile === null ? [] : [await readCertificates(options.caFile)],
  clientCertificate: await clientCertificate(options, terminal),
  decide: async (question) => decideTrust(question, options, terminal),
  decidePlainText: (_, staysHere) => decidePlainText(whose, staysHere, terminal),
  decideClearData: async () => options.allowClear,
});

/** A highest version below the usual lowest one means that one alone. */
const versions = ({ tlsMin, tlsMax }: CommandOptions): Pick<TlsOptions, 'minVersion' | 'maxVersion'> => {
  const rank = (version: TlsVersion): number => TLS_VERSIONS.indexOf(version);
  const maxVersion = tlsMax ?? DEFAULT_TLS.maxVersion;
  const usual = rank(maxVersion) < rank(DEFAULT_TLS.minVersion) ? maxVersion : DEFAULT_TLS.minVersion;
  const minVersion = tlsMin ?? usual;
  if (rank(minVersion) > rank(maxVersion)) throw new UsageError('--tls-min is above --tls-max');
  return { minVersion, maxVersion };
};

const clientCertificate = async (
  { clientCertificate: files }: CommandOptions,
  terminal: Terminal,
): Promise<ClientCertificate | null> => {
  if (files === null) return null;
  const inFolder = (path: string): string => resolve(terminal.workingDirectory, path);
  const certificate = inFolder(files.certificate);
  const key = files.key === null ? null : inFolder(files.key);
  const name = basename(key ?? certificate);
  const ask = (words: string): Promise<string> => {
    if (terminal.isInteractive) return terminal.askSecret(`${words}Passphrase of ${name}: `);
    throw new UsageError(`${words}${name} is opened by a passphrase: set LONGSHORE_PASSPHRASE`);
  };
  const passphrase = {
    obtain: async () => terminal.environment['LONGSHORE_PASSPHRASE'] ?? (await ask('')),
    askAgain: async () => ask('That was not the right one. '),
    accepted: async () => {},
  };
  return await loadClientCertificate({ certificate, key }, readSmallFile, passphrase, terminal.signal);
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
