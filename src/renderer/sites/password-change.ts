import type { SessionId } from '#shared/model/session.ts';
import type { PasswordChange } from '../actions/sites.ts';

interface PasswordWish {
  /** What stands in the password's field. */
  readonly typed: string;
  /** Whether it is to be kept at all. */
  readonly keep: boolean;
  /** Whether the vault holds one for the site. */
  readonly hasPassword: boolean;
  /** The session whose password can be kept; null where there is none. */
  readonly sessionId: SessionId | null;
}

/** What is to become of the site's password. */
export const passwordChangeOf = ({ typed, keep, hasPassword, sessionId }: PasswordWish): PasswordChange => {
  if (!keep) return hasPassword ? { kind: 'forget' } : { kind: 'leave' };
  if (typed !== '') return { kind: 'keep', secret: typed };
  return sessionId === null ? { kind: 'leave' } : { kind: 'keep-from-session', sessionId };
};
