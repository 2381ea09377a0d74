import { describe, expect, test } from 'vitest';
import type { KeyWrapper } from '../../../src/main/site/key-wrapper.ts';
import { createSiteStore } from '../../../src/main/site/site-store.ts';
import { createVault } from '../../../src/main/site/vault.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { SETTINGS } from '../session/fake-services.ts';

/** A keychain that turns text round; it can be closed, reset, and ask for keys to be wrapped anew. */
const fakeKeychain = () => {
  const state = { available: true, opens: true, wrapAgain: false, wrapped: 0 };
  const wrapper: KeyWrapper = {
    available: async () => state.available,
    wrap: async (key) => {
      state.wrapped += 1;
      return Buffer.from(`${state.wrapped}:${[...key].reverse().join('')}`);
    },
    unwrap: async (wrapped) => {
      if (!state.opens) throw new Error('the keychain does not open');
      const text = Buffer.from(wrapped).toString();
      const key = [...text.slice(text.indexOf(':') + 1)].reverse().join('');
      return { key, wrapAgain: state.wrapAgain };
    },
  };
  return { wrapper, state };
};

const vaultWithSites = () => {
  const database = openDatabase(':memory:');
  const sites = createSiteStore(database);
  const save = (name: string): string => sites.save({ siteId: null, name, settings: SETTINGS }).siteId;
  const { wrapper, state } = fakeKeychain();
  return {
    database,
    sites,
    vault: createVault(database, wrapper),
    wrapper,
    state,
    home: save('home'),
    work: save('work'),
  };
};

/** Everything the store holds, as text. */
const dump = (database: ReturnType<typeof openDatabase>): string =>
  ['site', 'site_secret', 'vault_key', 'preference']
    .flatMap((table) => database.prepare(`SELECT * FROM ${table}`).all())
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');

describe('the vault', () => {
  test('gives back what it keeps, site by site', async () => {
    const { vault, sites, home, work } = vaultWithSites();
    await vault.keep(home, 'login', 'pässwörd ✓');
    await vault.keep(work, 'login', '');
    expect([await vault.read(home, 'login'), await vault.read(work, 'login')]).toEqual(['pässwörd ✓', '']);
    expect(sites.get(home)?.secrets).toEqual(['login']);
  });

  test('keeps nothing in the clear, neither passwords nor its key', async () => {
    const { database, vault, home } = vaultWithSites();
    await vault.keep(home, 'login', 'correct horse battery staple');
    expect(dump(database)).not.toContain('horse');
  });

  test('forgets', async () => {
    const { vault, sites, home } = vaultWithSites();
    await vault.keep(home, 'login', 'x');
    vault.forget(home, 'login');
    expect(await vault.read(home, 'login')).toBeNull();
    expect(sites.get(home)?.secrets).toEqual([]);
  });

  test('loses a password with its site', async () => {
    const { database, vault, sites, home } = vaultWithSites();
    await vault.keep(home, 'login', 'x');
    sites.delete(home);
    expect(database.prepare('SELECT * FROM site_secret').all()).toEqual([]);
  });

  test('keeps nothing where there is no safe place', async () => {
    const { database, vault, state, home } = vaultWithSites();
    state.available = false;
    expect(await vault.storage()).toBe('unavailable');
    await expect(vault.keep(home, 'login', 'x')).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'not-supported' },
    });
    expect(database.prepare('SELECT * FROM site_secret').all()).toEqual([]);
  });

  test('uses one key for all, made once', async () => {
    const { vault, state, home, work } = vaultWithSites();
    await vault.keep(home, 'login', 'a');
    await vault.keep(work, 'login', 'b');
    expect(state.wrapped).toBe(1);
  });

  test('wraps its key anew where the keychain wants it', async () => {
    const { vault, state, home } = vaultWithSites();
    await vault.keep(home, 'login', 'a');
    state.wrapAgain = true;
    expect(await vault.read(home, 'login')).toBe('a');
    state.wrapAgain = false;
    expect(state.wrapped).toBe(2);
    expect(await vault.read(home, 'login')).toBe('a');
  });

  test('says so where the keychain does not open, loses nothing, and can still keep', async () => {
    const { vault, state, home, work } = vaultWithSites();
    await vault.keep(home, 'login', 'a');
    state.opens = false;
    await expect(vault.read(home, 'login')).rejects.toThrow('does not open');
    await vault.keep(work, 'login', 'b');
    state.opens = true;
    expect([await vault.read(home, 'login'), await vault.read(work, 'login')]).toEqual(['a', 'b']);
  });

  test('does not open a secret that was moved to another site', async () => {
    const { database, vault, home, work } = vaultWithSites();
    await vault.keep(home, 'login', 'a');
    database.prepare('UPDATE site_secret SET site_id = ?').run(work);
    await expect(vault.read(work, 'login')).rejects.toThrow();
  });
});
