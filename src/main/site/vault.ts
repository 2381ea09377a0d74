import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FaultError } from '#shared/fault.ts';
import type { PasswordStorage, SecretPurpose } from '#shared/model/site.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { KEY_BYTES, seal, unseal } from './seal.ts';

/** The secrets of saved sites, sealed under a key that only the system's keychain can open. */
export interface Vault {
  storage(): Promise<PasswordStorage>;
  /** A secret of a site, or null where none is kept. Rejects where the keychain does not open it. */
  read(siteId: string, purpose: SecretPurpose): Promise<string | null>;
  /** Faults: `refused-here: not-supported` where there is no safe place for it. */
  keep(siteId: string, purpose: SecretPurpose, secret: string): Promise<void>;
  forget(siteId: string, purpose: SecretPurpose): void;
}

interface VaultKey {
  readonly id: number;
  readonly key: Uint8Array;
}

const keyRow = z.object({ key_id: z.number(), wrapped: z.instanceof(Uint8Array) });
const secretRow = z.object({ key_id: z.number(), sealed: z.instanceof(Uint8Array) });

export const createVault = (database: DatabaseSync, wrapper: KeyWrapper): Vault => {
  const newestKey = database.prepare('SELECT key_id, wrapped FROM vault_key ORDER BY key_id DESC LIMIT 1');
  const keyById = database.prepare('SELECT key_id, wrapped FROM vault_key WHERE key_id = ?');
  const addKey = database.prepare('INSERT INTO vault_key (wrapped) VALUES (?)');
  const rewrapKey = database.prepare('UPDATE vault_key SET wrapped = ? WHERE key_id = ?');
  const secretOf = database.prepare('SELECT key_id, sealed FROM site_secret WHERE site_id = ? AND purpose = ?');
  const removeSecret = database.prepare('DELETE FROM site_secret WHERE site_id = ? AND purpose = ?');
  const putSecret = database.prepare(
    `INSERT INTO site_secret (site_id, purpose, key_id, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT (site_id, purpose) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed`,
  );

  const unwrap = async (row: unknown): Promise<VaultKey> => {
    const { key_id: id, wrapped } = keyRow.parse(row);
    const { key, wrapAgain } = await wrapper.unwrap(wrapped);
    if (wrapAgain) rewrapKey.run(await wrapper.wrap(key), id);
    return { id, key: Buffer.from(key, 'base64') };
  };

  const makeKey = async (): Promise<VaultKey> => {
    const key = randomBytes(KEY_BYTES);
    const added = addKey.run(await wrapper.wrap(key.toString('base64')));
    return { id: Number(added.lastInsertRowid), key };
  };

  /**
   * The key to seal with. Where the keychain no longer opens the newest (it was reset, or says no just now) a new one
   * is made beside it: what the old one sealed stays, and opens again should the keychain come back.
   */
  const sealingKey = async (): Promise<VaultKey> => {
    const row = newestKey.get();
    if (!row) return makeKey();
    return unwrap(row).catch(makeKey);
  };

  const storage = async (): Promise<PasswordStorage> => ((await wrapper.available()) ? 'keychain' : 'unavailable');

  return {
    storage,
    read: async (siteId, purpose) => {
      const found = secretOf.get(siteId, purpose);
      if (!found) return null;
      const secret = secretRow.parse(found);
      const { key } = await unwrap(keyById.get(secret.key_id));
      return unseal(secret.sealed, key, ownerOf(siteId, purpose));
    },
    keep: async (siteId, purpose, secret) => {
      if ((await storage()) === 'unavailable') {
        const detail = 'this system offers no safe place for a password';
        throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail });
      }
      const { id, key } = await sealingKey();
      putSecret.run(siteId, purpose, id, seal(secret, key, ownerOf(siteId, purpose)));
    },
    forget: (siteId, purpose) => {
      removeSecret.run(siteId, purpose);
    },
  };
};

/** Bound into the seal; a login's is the one that was there before a site had other secrets. */
const ownerOf = (siteId: string, purpose: SecretPurpose): string =>
  purpose === 'login' ? siteId : `${siteId}\n${purpose}`;
