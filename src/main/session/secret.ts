import { FaultError } from '#shared/fault.ts';
import type { SecretPurpose } from '#shared/model/site.ts';
import type { Asker } from '../prompts/asker.ts';
import type { Vault } from '../site/vault.ts';

export interface SecretOptions {
  readonly purpose: SecretPurpose;
  /** Whose secret, for the question: the server's or the proxy's host, or the name of a file. */
  readonly host: string;
  readonly user: string;
  readonly siteId: string | null;
  /** What came with the request to connect; null: the vault's, else the person is asked. */
  readonly given: string | null;
  /** What is sent where neither knows one, without asking anybody; null: the person is asked. */
  readonly unasked: string | null;
  readonly vault: Vault;
  readonly asker: Asker;
  /** For remarks that belong into the transcript. */
  readonly note: (text: string) => void;
}

/** A secret of one session, wherever it comes from. It never leaves main. */
export interface Secret {
  /** The one in use; null until there is one. */
  readonly value: string | null;
  /**
   * The one to use, asked for where nobody knows it.
   * Faults: `refused-here: declined` where the person closed the prompt, `cancelled`.
   */
  obtain(signal: AbortSignal): Promise<string>;
  /** Forgets the one that was refused and asks for another. Faults as above. */
  askAgain(signal: AbortSignal): Promise<string>;
  /** It was the right one: it goes into the vault where the person said so. */
  accepted(): Promise<void>;
}

export const createSecret = (options: SecretOptions): Secret => {
  const { purpose, host, user, siteId, unasked, vault, asker, note } = options;
  const stage = purpose === 'login' ? 'logging-in' : 'connecting';
  let value = options.given;
  let keep = false;

  const fromVault = async (): Promise<string | null> => {
    if (siteId === null) return null;
    return vault.read(siteId, purpose).catch((error: unknown) => {
      // The person can still type it; that the keychain said no is worth a line.
      note(`The saved password could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  };

  const ask = async (refused: boolean, signal: AbortSignal): Promise<string> => {
    const canKeep = siteId !== null && (await vault.storage()) === 'keychain';
    const answer = await asker.ask(
      { kind: 'password', purpose, challenge: null, host, user, refused, canKeep },
      signal,
    );
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage });
    if (answer.kind !== 'password') {
      const detail = 'no password was given';
      throw new FaultError({ kind: 'refused-here', stage, reason: 'declined', detail });
    }
    keep = answer.keep && canKeep;
    value = answer.password;
    return answer.password;
  };

  return {
    get value() {
      return value;
    },
    obtain: async (signal) => {
      value ??= (await fromVault()) ?? unasked;
      return value ?? ask(false, signal);
    },
    askAgain: (signal) => {
      value = null;
      return ask(true, signal);
    },
    accepted: async () => {
      if (!keep || siteId === null || value === null) return;
      keep = false;
      await vault.keep(siteId, purpose, value);
    },
  };
};
