import { strict } from './unavailable.ts';

const refuse = (): never => {
  throw new Error('Error while using safeStorage: encryption is not available.');
};

/** There is no keychain here, and the app is told so, as Electron tells it on a system without one. */
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => false,
  getSelectedStorageBackend: (): string => 'basic_text',
  setUsePlainTextEncryption: refuse,
  encryptString: refuse,
  decryptString: refuse,
  encryptStringAsync: async (_plainText: string): Promise<Buffer> => refuse(),
  decryptStringAsync: async (_encrypted: Buffer): Promise<never> => refuse(),
});
