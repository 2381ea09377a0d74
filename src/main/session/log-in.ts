import { advice } from '#shared/advice.ts';
import { FaultError } from '#shared/fault.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { Secret } from './secret.ts';

/** How often the person is asked again after the server refused a password. */
const FURTHER_TRIES = 3;

/**
 * Only a refused PASS is worth another password: 530 to USER means that the server does not want this user, or no
 * login without TLS, whatever the password (RFC 959 5.4: both may answer 530).
 */
const isWrongPassword = (error: unknown): boolean =>
  error instanceof FaultError &&
  error.fault.kind === 'reply' &&
  error.fault.command === 'PASS' &&
  advice(error.fault) === 'sign-in';

/**
 * Connects with the session's password, asking for another up to three times where the server refuses it.
 * Faults: those of `connect` and of the `Secret`.
 */
export const logIn = async (
  credentials: Secret,
  connect: (password: string) => Promise<UserFtp>,
  signal: AbortSignal,
): Promise<UserFtp> => {
  let password = await credentials.obtain(signal);
  for (let asked = 0; ; asked += 1) {
    try {
      return await connect(password);
    } catch (error) {
      if (!isWrongPassword(error) || asked === FURTHER_TRIES) throw error;
      password = await credentials.askAgain(signal);
    }
  }
};
