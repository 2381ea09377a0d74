import type { SessionId } from '#shared/model/session.ts';
import type { SecretPurpose } from '#shared/model/site.ts';
import type { PasswordChange, SecretChange, SiteWish } from '../../actions/sites.ts';

/** A secret while the editor is open; it goes with the editor and into no store. */
export interface SecretDraft {
  readonly typed: string;
  /** Whether it is to be kept at all. */
  readonly keep: boolean;
}

export type SecretDrafts = Readonly<Record<SecretPurpose, SecretDraft>>;

interface SecretWish extends SecretDraft {
  /** Whether the vault holds one for the site. */
  readonly held: boolean;
}

/** Nothing typed; what is kept is kept on, and where nothing is, what is typed will be. */
export const secretDraftsOf = (
  canKeep: boolean,
  held: readonly SecretPurpose[],
  hasSession: boolean,
): SecretDrafts => ({
  // A login's password is kept only where the person says so: some never want that.
  login: { typed: '', keep: canKeep && (held.includes('login') || hasSession) },
  proxy: { typed: '', keep: canKeep },
  'client-certificate': { typed: '', keep: canKeep },
});

/** What is to become of a secret that no session is connected with. */
export const secretChangeOf = ({ typed, keep, held }: SecretWish): SecretChange => {
  if (!keep) return held ? { kind: 'forget' } : { kind: 'leave' };
  return typed === '' ? { kind: 'leave' } : { kind: 'keep', secret: typed };
};

/** What is to become of the login's; `sessionId`: the session whose password can be kept, null where there is none. */
export const passwordChangeOf = (wish: SecretWish & { readonly sessionId: SessionId | null }): PasswordChange => {
  const change = secretChangeOf(wish);
  if (change.kind !== 'leave' || !wish.keep || wish.sessionId === null) return change;
  return { kind: 'keep-from-session', sessionId: wish.sessionId };
};

/**
 * What is to become of all secrets of a site.
 * @param held what the vault holds
 * @param sessionId the session whose password can be kept; null where there is none
 */
export const secretChangesOf = (
  secrets: SecretDrafts,
  held: readonly SecretPurpose[],
  sessionId: SessionId | null,
): SiteWish['secrets'] => {
  const wishOf = (purpose: SecretPurpose): SecretWish => ({ ...secrets[purpose], held: held.includes(purpose) });
  return {
    login: passwordChangeOf({ ...wishOf('login'), sessionId }),
    proxy: secretChangeOf(wishOf('proxy')),
    'client-certificate': secretChangeOf(wishOf('client-certificate')),
  };
};
