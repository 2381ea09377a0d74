import type { PasswordStorage, SecretPurpose } from '#shared/model/site.ts';
import type { Vault } from '../../../src/main/site/vault.ts';

/**
 * A vault in memory.
 * @param kept by site's id the password of the login, by `id purpose` any other secret
 */
export const fakeVault = (
  kept: Readonly<Record<string, string>> = {},
  storage: PasswordStorage = 'keychain',
): Vault & { readonly kept: ReadonlyMap<string, string> } => {
  const secrets = new Map(Object.entries(kept));
  const keyOf = (siteId: string, purpose: SecretPurpose): string =>
    purpose === 'login' ? siteId : `${siteId} ${purpose}`;
  return {
    kept: secrets,
    storage: async () => storage,
    read: async (siteId, purpose) => secrets.get(keyOf(siteId, purpose)) ?? null,
    keep: async (siteId, purpose, secret) => void secrets.set(keyOf(siteId, purpose), secret),
    forget: (siteId, purpose) => void secrets.delete(keyOf(siteId, purpose)),
  };
};
