import type { SafeStorage } from 'electron';
import type { KeyWrapper } from './key-wrapper.ts';

/**
 * The system's keychain through Electron. On Linux without one Electron would seal with a key that is the same
 * everywhere (`basic_text`): that is no safe place, and passwords are then not kept.
 */
export const createElectronKeyWrapper = (
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
  >,
  platform: NodeJS.Platform,
): KeyWrapper => ({
  available: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    if (platform !== 'linux') return true;
    const backend = safeStorage.getSelectedStorageBackend();
    return backend !== 'basic_text' && backend !== 'unknown';
  },
  wrap: (key) => safeStorage.encryptStringAsync(key),
  unwrap: async (wrapped) => {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
    return { key: result, wrapAgain: shouldReEncrypt };
  },
});
