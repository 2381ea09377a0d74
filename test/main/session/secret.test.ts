import { describe, expect, test } from 'vitest';
import { createSecret, type SecretOptions } from '../../../src/main/session/secret.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeVault } from './fake-vault.ts';

const never = new AbortController().signal;

const secretWith = (options: Partial<SecretOptions>) =>
  createSecret({
    purpose: 'proxy',
    host: 'proxy.example.org',
    user: 'ada',
    siteId: 's',
    given: null,
    unasked: null,
    vault: fakeVault(),
    asker: fakeAsker(),
    note: () => {},
    ...options,
  });

describe('a secret that is not the login’s', () => {
  test('is the one kept for its own purpose', async () => {
    const vault = fakeVault({ s: 'of the login', 's proxy': 'of the proxy' });
    expect(await secretWith({ vault }).obtain(never)).toBe('of the proxy');
    expect(await secretWith({ vault, purpose: 'client-certificate', unasked: 'none' }).obtain(never)).toBe('none');
  });

  test('is asked for by its purpose, again after it was refused, and kept under its purpose', async () => {
    const vault = fakeVault({ s: 'of the login' });
    const asker = fakeAsker(passwordAnswer('wrong', true), passwordAnswer('right', true));
    const secret = secretWith({ vault, asker });
    expect(await secret.obtain(never)).toBe('wrong');
    expect(await secret.askAgain(never)).toBe('right');
    await secret.accepted();
    expect(asker.asked).toMatchObject([
      { purpose: 'proxy', host: 'proxy.example.org', refused: false },
      { purpose: 'proxy', host: 'proxy.example.org', refused: true },
    ]);
    expect(Object.fromEntries(vault.kept)).toEqual({ s: 'of the login', 's proxy': 'right' });
  });

  test('that nobody gives ends the attempt before the login', async () => {
    await expect(secretWith({}).obtain(never)).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'declined', stage: 'connecting' },
    });
  });
});
