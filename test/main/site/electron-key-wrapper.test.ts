import { expect, test } from 'vitest';
import { createElectronKeyWrapper } from '../../../src/main/site/electron-key-wrapper.ts';

type Backend = ReturnType<Parameters<typeof createElectronKeyWrapper>[0]['getSelectedStorageBackend']>;

const safeStorage = (available: boolean, backend: Backend) => ({
  isAsyncEncryptionAvailable: async () => available,
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: sealed.toString().slice('sealed '.length),
    shouldReEncrypt: true,
  }),
});

test.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet6', true],
  ['linux', true, 'basic_text', false],
  ['linux', true, 'unknown', false],
  ['linux', false, 'gnome_libsecret', false],
  ['darwin', true, 'unknown', true],
  ['win32', true, 'unknown', true],
  ['win32', false, 'unknown', false],
] as const)('on %s, encryption there: %s, backend %s: a safe place: %s', async (platform, there, backend, safe) => {
  expect(await createElectronKeyWrapper(safeStorage(there, backend), platform).available()).toBe(safe);
});

test('a key goes through the keychain and back, with its wish to be wrapped anew', async () => {
  const wrapper = createElectronKeyWrapper(safeStorage(true, 'kwallet6'), 'linux');
  expect(await wrapper.unwrap(await wrapper.wrap('key'))).toEqual({ key: 'key', wrapAgain: true });
});
