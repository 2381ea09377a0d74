/** Keeps a key safe outside the store: the system's keychain. */
export interface KeyWrapper {
  /** Whether there is a safe place at all. */
  available(): Promise<boolean>;
  /** @param key as text */
  wrap(key: string): Promise<Uint8Array>;
  /** The key, and whether it should be wrapped anew because the keychain changed its own key. Rejects where it cannot. */
  unwrap(wrapped: Uint8Array): Promise<{ readonly key: string; readonly wrapAgain: boolean }>;
}
