import type { ConnectionSettings } from './connection.ts';

/** What a secret of a site opens. */
export const SECRET_PURPOSES = ['login', 'proxy', 'client-certificate'] as const;

export type SecretPurpose = (typeof SECRET_PURPOSES)[number];

/** A bookmark: everything needed to connect again. The password is never part of it; it stays in the vault. */
export interface Site {
  readonly siteId: string;
  readonly name: string;
  readonly settings: ConnectionSettings;
  /** What the vault holds a secret for. */
  readonly secrets: readonly SecretPurpose[];
  /** Milliseconds since the epoch; null when never. */
  readonly lastConnectedMs: number | null;
}

/** What can become of a password where this machine offers no safe place for it. */
export type PasswordStorage = 'keychain' | 'unavailable';
