import { FaultError } from '#shared/fault.ts';
import type { Asker } from '../prompts/asker.ts';

export interface AccountOptions {
  readonly host: string;
  readonly user: string;
  readonly asker: Asker;
  /** Ends an open question when the session ends. */
  readonly signal: AbortSignal;
}

/**
 * Answers a server that wants an account (RFC 959 4.1.1 ACCT) with the one that the person gave, asking once for all
 * connections of a session.
 * @param refused whether the server did not take the one given before
 * Faults: `refused-here: declined` where the person closed the question.
 */
export type AskAccount = (refused: boolean) => Promise<string>;

export const createAccountQuestion = ({ host, user, asker, signal }: AccountOptions): AskAccount => {
  let known: string | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (refused: boolean): Promise<string> => {
    const answer = await asker.ask({ kind: 'account', host, user, refused }, signal);
    if (answer.kind !== 'account') {
      const detail = 'no account was given';
      throw new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail });
    }
    known = answer.account;
    return answer.account;
  };

  return (refused) => {
    if (known !== null && !refused) return Promise.resolve(known);
    asking ??= ask(refused).finally(() => {
      asking = null;
    });
    return asking;
  };
};
