import type { PasswordStorage } from '#shared/model/site.ts';
import type { Vault } from '../../../src/main/site/vault.ts';

/** A vault in memory, of logins' passwords. */
export const fakeVault = (
  kept: Readonly<Record<string, string>> = {},
  storage: PasswordStorage = 'keychain',
): Vault & { readonly kept: ReadonlyMap<string, string> } => {
  const passwords = new Map(Object.entries(kept));
  return {
    kept: passwords,
    storage: async () => storage,
    read: async (siteId) => passwords.get(siteId) ?? null,
    keep: async (siteId, _purpose, password) => void passwords.set(siteId, password),
    forget: (siteId) => void passwords.delete(siteId),
  };
};
