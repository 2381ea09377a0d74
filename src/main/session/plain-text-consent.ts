import type { Asker } from '../prompts/asker.ts';
import { isAnonymous } from './credentials.ts';

export interface PlainTextConsentOptions {
  readonly host: string;
  readonly user: string;
  readonly asker: Asker;
  /** Ends an open question when the session ends. */
  readonly signal: AbortSignal;
}

/** Decides whether to log in to a server without TLS, for all connections of one session. */
export type PlainTextConsent = (refusal: string, staysHere: boolean) => Promise<boolean>;

/** Nobody is asked where nothing secret is sent, or nothing leaves this machine. Several connections ask once. */
export const createPlainTextConsent = ({ host, user, asker, signal }: PlainTextConsentOptions): PlainTextConsent => {
  let asking: Promise<boolean> | null = null;
  const ask = async (refusal: string): Promise<boolean> => {
    const answer = await asker.ask({ kind: 'plain-text', host, refusal }, signal);
    return answer.kind === 'plain-text';
  };
  return async (refusal, staysHere) => {
    if (isAnonymous(user) || staysHere) return true;
    asking ??= ask(refusal).finally(() => {
      asking = null;
    });
    return asking;
  };
};
