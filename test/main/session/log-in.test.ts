import { describe, expect, test, vi } from 'vitest';
import type { Asker } from '../../../src/main/prompts/asker.ts';
import { createCredentials } from '../../../src/main/session/credentials.ts';
import { logIn } from '../../../src/main/session/log-in.ts';
import type { Vault } from '../../../src/main/site/vault.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeUserFtp, refusal } from './fake-user-ftp.ts';
import { fakeVault } from './fake-vault.ts';

const never = new AbortController().signal;

const credentialsWith = (options: {
  readonly given?: string;
  readonly user?: string;
  readonly siteId?: string;
  readonly vault?: Vault;
  readonly asker?: Asker;
  readonly note?: (text: string) => void;
}) =>
  createCredentials({
    host: 'example.org',
    user: options.user ?? 'ada',
    siteId: options.siteId ?? null,
    given: options.given ?? null,
    vault: options.vault ?? fakeVault(),
    asker: options.asker ?? fakeAsker(),
    note: options.note ?? (() => {}),
  });

describe('the password', () => {
  test('is the one that came with the request before any other', async () => {
    const credentials = credentialsWith({ given: 'typed', siteId: 's', vault: fakeVault({ s: 'kept' }) });
    expect(await credentials.obtain(never)).toBe('typed');
  });

  test("is the vault's where the site has one", async () => {
    const asker = fakeAsker();
    const credentials = credentialsWith({ siteId: 's', vault: fakeVault({ s: 'kept' }), asker });
    expect(await credentials.obtain(never)).toBe('kept');
    expect(asker.asked).toEqual([]);
  });

  test('is asked for where nobody knows it, once', async () => {
    const asker = fakeAsker(passwordAnswer('told'));
    const credentials = credentialsWith({ siteId: 's', asker });
    expect(await credentials.obtain(never)).toBe('told');
    expect(await credentials.obtain(never)).toBe('told');
    expect(asker.asked).toEqual([
      {
        kind: 'password',
        purpose: 'login',
        challenge: null,
        host: 'example.org',
        user: 'ada',
        refused: false,
        canKeep: true,
      },
    ]);
  });

  test('may be empty', async () => {
    const asker = fakeAsker();
    expect(await credentialsWith({ given: '', asker }).obtain(never)).toBe('');
    expect(asker.asked).toEqual([]);
  });

  test('of anonymous is nobody’s secret', async () => {
    const asker = fakeAsker();
    expect(await credentialsWith({ user: 'Anonymous', asker }).obtain(never)).toBe('anonymous@');
    expect(asker.asked).toEqual([]);
  });

  test('is asked for where the keychain does not open the vault, and a line says why', async () => {
    const note = vi.fn();
    const vault: Vault = { ...fakeVault(), read: () => Promise.reject(new Error('locked')) };
    const credentials = credentialsWith({ siteId: 's', vault, asker: fakeAsker(passwordAnswer('told')), note });
    expect(await credentials.obtain(never)).toBe('told');
    expect(note).toHaveBeenCalledWith(expect.stringContaining('locked'));
  });

  test.each([
    ['there is no saved site', null, fakeVault()],
    ['there is no safe place', 's', fakeVault({}, 'unavailable')],
  ])('cannot be kept where %s', async (_name, siteId, vault) => {
    const asker = fakeAsker(passwordAnswer('told', true));
    const credentials = credentialsWith({ ...(siteId === null ? {} : { siteId }), vault, asker });
    await credentials.obtain(never);
    await credentials.accepted();
    expect(asker.asked).toMatchObject([{ canKeep: false }]);
    expect([...vault.kept]).toEqual([]);
  });

  test('that nobody gives ends the attempt', async () => {
    await expect(credentialsWith({}).obtain(never)).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'declined', stage: 'logging-in' },
    });
  });

  test('is not waited for by an attempt that was given up', async () => {
    await expect(credentialsWith({}).obtain(AbortSignal.abort())).rejects.toMatchObject({
      fault: { kind: 'cancelled' },
    });
  });
});

describe('logging in', () => {
  test('asks again after a refused password, and the vault gets the one that was right', async () => {
    const vault = fakeVault({ s: 'old' });
    const asker = fakeAsker(passwordAnswer('new', true));
    const credentials = credentialsWith({ siteId: 's', vault, asker });
    const userFtp = fakeUserFtp();
    const tried: string[] = [];
    const connected = await logIn(
      credentials,
      async (password) => {
        tried.push(password);
        if (password === 'old') throw refusal('PASS', 530);
        return userFtp;
      },
      never,
    );
    expect(vault.kept.get('s')).toBe('old');
    await credentials.accepted();
    expect(connected).toBe(userFtp);
    expect(tried).toEqual(['old', 'new']);
    expect(asker.asked).toMatchObject([{ refused: true }]);
    expect(vault.kept.get('s')).toBe('new');
  });

  test('gives up after three more passwords', async () => {
    const asker = fakeAsker(passwordAnswer('wrong'));
    const connect = vi.fn(() => Promise.reject(refusal('PASS', 530)));
    await expect(logIn(credentialsWith({ given: 'wrong', asker }), connect, never)).rejects.toMatchObject({
      fault: { code: 530 },
    });
    expect(connect).toHaveBeenCalledTimes(4);
    expect(asker.asked).toHaveLength(3);
  });

  test.each([
    ['the user is refused', refusal('USER', 530)],
    ['another account is wanted', refusal('ACCT', 532)],
    ['the server is full', refusal('PASS', 421)],
  ])('does not ask for another password when %s', async (_name, fault) => {
    const asker = fakeAsker(passwordAnswer('other'));
    const attempt = logIn(credentialsWith({ given: 'x', asker }), () => Promise.reject(fault), never);
    await expect(attempt).rejects.toBe(fault);
    expect(asker.asked).toEqual([]);
  });

  test('forgets a password that was refused, so that the next attempt asks', async () => {
    const asker = fakeAsker();
    const credentials = credentialsWith({ given: 'wrong', asker });
    await expect(logIn(credentials, () => Promise.reject(refusal('PASS', 530)), never)).rejects.toMatchObject({
      fault: { reason: 'declined' },
    });
    expect(credentials.value).toBeNull();
  });
});
