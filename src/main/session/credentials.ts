import { FaultError } from '#shared/fault.ts';
import type { Asker } from '../prompts/asker.ts';
import type { Vault } from '../site/vault.ts';

/** RFC 1635: the names under which a server lets everybody in, and what is sent as their password. */
const ANONYMOUS_USERS = new Set(['anonymous', 'ftp']);
const ANONYMOUS_PASSWORD = 'anonymous@';

export interface CredentialsOptions {
  readonly host: string;
  readonly user: string;
  readonly siteId: string | null;
  /** What came with the request to connect; null: the vault's, else the person is asked. */
  readonly given: string | null;
  readonly vault: Vault;
  readonly asker: Asker;
  /** For remarks that belong into the transcript. */
  readonly note: (text: string) => void;
}

/** The password of one session, wherever it comes from. It never leaves main. */
export interface Credentials {
  /** The one in use; null until there is one. */
  readonly password: string | null;
  /**
   * The password to log in with, asked for where nobody knows it.
   * Faults: `refused-here: declined` where the person closed the prompt, `cancelled`.
   */
  obtain(signal: AbortSignal): Promise<string>;
  /** Forgets the one that the server refused and asks for another, where a person would have one. Faults as above. */
  askAgain(signal: AbortSignal): Promise<string>;
  /** The server took it: it goes into the vault where the person said so. */
  accepted(): Promise<void>;
}

export const createCredentials = (options: CredentialsOptions): Credentials => {
  const { host, user, siteId, vault, asker, note } = options;
  let password = options.given;
  let keep = false;

  const fromVault = async (): Promise<string | null> => {
    if (siteId === null) return null;
    return vault.read(siteId, 'login').catch((error: unknown) => {
      // The person can still type it; that the keychain said no is worth a line.
      note(`The saved password could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  };

  const ask = async (refused: boolean, signal: AbortSignal): Promise<string> => {
    const canKeep = siteId !== null && (await vault.storage()) === 'keychain';
    const answer = await asker.ask(
      { kind: 'password', purpose: 'login', challenge: null, host, user, refused, canKeep },
      signal,
    );
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'logging-in' });
    if (answer.kind !== 'password') {
      const detail = 'no password was given';
      throw new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail });
    }
    keep = answer.keep && canKeep;
    password = answer.password;
    return answer.password;
  };

  return {
    get password() {
      return password;
    },
    obtain: async (signal) => {
      password ??= await fromVault();
      if (password === null && ANONYMOUS_USERS.has(user.toLowerCase())) password = ANONYMOUS_PASSWORD;
      return password ?? ask(false, signal);
    },
    askAgain: (signal) => {
      password = null;
      return ask(true, signal);
    },
    accepted: async () => {
      if (!keep || siteId === null || password === null) return;
      keep = false;
      await vault.keep(siteId, 'login', password);
    },
  };
};
