import type { ConnectionSettings } from './connection.ts';

/** A bookmark: everything needed to connect again. The password is never part of it; it stays in the vault. */
export interface Site {
  readonly siteId: string;
  readonly name: string;
  readonly settings: ConnectionSettings;
  /** Whether the vault holds a password for it. */
  readonly hasPassword: boolean;
  /** Milliseconds since the epoch; null when never. */
  readonly lastConnectedMs: number | null;
}

/** What can become of a password where this machine offers no safe place for it. */
export type PasswordStorage = 'keychain' | 'unavailable';
