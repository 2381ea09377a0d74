import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of an AES-256 key. */
export const KEY_BYTES = 32;
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A secret sealed with AES-256-GCM: one byte format, 12 nonce, 16 tag, then the ciphertext.
 * @param owner bound into the seal, so that a sealed secret moved to another row does not open
 */
export const seal = (secret: string, key: Uint8Array, owner: string): Uint8Array => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), ciphertext]);
};

/** The secret again; throws where key, owner or a single bit is not what it was. */
export const unseal = (sealed: Uint8Array, key: Uint8Array, owner: string): string => {
  const ciphertextAt = 1 + NONCE_BYTES + TAG_BYTES;
  if (sealed[0] !== FORMAT || sealed.length < ciphertextAt) throw new Error('Not a sealed secret of this format');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, ciphertextAt));
  return decipher.update(sealed.subarray(ciphertextAt), undefined, 'utf8') + decipher.final('utf8');
};
