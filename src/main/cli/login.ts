import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FtpUrl } from '#shared/ftp-url.ts';
import { findNetrcEntry, type NetrcEntry } from './netrc.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly account: string | null;
}

/** A login whose password may be known to nobody but the person. */
export type KnownLogin = Omit<Login, 'password'> & { readonly password: string | null };

/** RFC 1635: a public archive lets anybody in by this name; the password is a courtesy. */
const ANONYMOUS: Login = { user: 'anonymous', password: 'anonymous@', account: null };

/**
 * Who logs in: the user of the URL or of the `.netrc`, else anonymous. The password is the first there is: the URL's,
 * LONGSHORE_PASSWORD, the `.netrc`'s, and what a person at the terminal answers.
 *
 * @throws UsageError where nobody can be asked
 */
export const findLogin = async (
  url: Pick<FtpUrl, 'host' | 'user' | 'password'>,
  useNetrc: boolean,
  terminal: Terminal,
): Promise<Login> => {
  const known = await knownLogin(url, useNetrc, terminal);
  const { user, password, account } = known;
  if (password !== null) return { user, password, account };
  if (!terminal.isInteractive) {
    throw new UsageError(
      `there is no password for ${user}@${url.host}: set LONGSHORE_PASSWORD, use --netrc, or put it into the URL`,
    );
  }
  return { user, password: await terminal.askSecret(`Password for ${user}@${url.host}: `), account };
};

/**
 * The same where nobody is asked: the password is null where it is not known.
 *
 * @throws UsageError for a `.netrc` that cannot be read
 */
export const knownLogin = async (
  url: Pick<FtpUrl, 'host' | 'user' | 'password'>,
  useNetrc: boolean,
  terminal: Terminal,
): Promise<KnownLogin> => {
  const entry = useNetrc ? findNetrcEntry(await readNetrc(terminal), url.host, url.user) : null;
  const user = url.user ?? entry?.user ?? null;
  if (user === null) return ANONYMOUS;
  const account = entry?.account ?? null;
  const password = url.password ?? terminal.environment['LONGSHORE_PASSWORD'] ?? passwordOf(entry);
  return password === null && user === ANONYMOUS.user ? ANONYMOUS : { user, password, account };
};

const passwordOf = (entry: NetrcEntry | null): string | null => entry?.password ?? null;

const readNetrc = async (terminal: Terminal): Promise<string> => {
  const path = terminal.environment['NETRC'] ?? join(terminal.homeDirectory, '.netrc');
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--netrc: ${path} cannot be read`);
  }
};
