import type { Asker } from '../prompts/asker.ts';

export interface ClearDataConsentOptions {
  readonly host: string;
  readonly asker: Asker;
  /** Ends an open question when the session ends. */
  readonly signal: AbortSignal;
}

/** Decides whether data goes in the clear beside a protected login, for all connections of one session. */
export type ClearDataConsent = (refusal: string) => Promise<boolean>;

/** Asks once in a session: a queue of a thousand files must not ask a thousand times after a no. */
export const createClearDataConsent = ({ host, asker, signal }: ClearDataConsentOptions): ClearDataConsent => {
  let answered: Promise<boolean> | null = null;
  const ask = async (refusal: string): Promise<boolean> => {
    const answer = await asker.ask({ kind: 'clear-data', host, refusal }, signal);
    return answer.kind === 'clear-data';
  };
  return (refusal) => {
    answered ??= ask(refusal);
    return answered;
  };
};
