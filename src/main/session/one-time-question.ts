import { FaultError } from '#shared/fault.ts';
import type { Asker } from '../prompts/asker.ts';

export interface OneTimeOptions {
  readonly host: string;
  readonly user: string;
  readonly asker: Asker;
  /** Ends an open question when the session ends. */
  readonly signal: AbortSignal;
}

/**
 * Has the person answer a server's challenge for a one-time password (RFC 2289). Each connection has a challenge of its
 * own, so that no answer serves twice.
 * @param challenge the server's words
 * @param refused whether the server did not take the password before
 * Faults: `refused-here: declined` where the person closed the question.
 */
export type AskOneTime = (challenge: string, refused: boolean) => Promise<string>;

export const createOneTimeQuestion =
  ({ host, user, asker, signal }: OneTimeOptions): AskOneTime =>
  async (challenge, refused) => {
    const question = { kind: 'password', purpose: 'one-time', challenge, host, user, refused, canKeep: false } as const;
    const answer = await asker.ask(question, signal);
    if (answer.kind === 'password') return answer.password;
    const detail = 'no one-time password was given';
    throw new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail });
  };
