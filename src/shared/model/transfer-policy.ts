import type { ConflictRule } from './conflict-rule.ts';
import type { Verification } from './verification.ts';

/** Bytes a second; null: as fast as it goes. */
export interface Speeds {
  readonly down: number | null;
  readonly up: number | null;
}

/** Bounds of a speed. One that is slower than a modem would look like a transfer that hangs. */
export const SLOWEST = 1_024;
export const FASTEST = 2 ** 40;

export const NO_LIMIT: Speeds = { down: null, up: null };

/** What holds for the transfers of one site, where it differs from the preferences. */
export interface TransferPolicy {
  /** What becomes of files that are there already, looked through in order before those of the preferences. */
  readonly conflictRules: readonly ConflictRule[];
  /** How what arrived is compared with its source; null: as the preferences say. */
  readonly verification: Verification | null;
  /** Of all transfers of the site together, within what the preferences allow. */
  readonly speeds: Speeds;
  /** Connections for transfers beside the one for browsing, 1 to 10; null: as the preferences say. */
  readonly connections: number | null;
}

export const DEFAULT_TRANSFER_POLICY: TransferPolicy = {
  conflictRules: [],
  verification: null,
  speeds: NO_LIMIT,
  connections: null,
};
