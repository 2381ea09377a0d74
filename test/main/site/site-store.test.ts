import { describe, expect, test } from 'vitest';
import { createSiteStore } from '../../../src/main/site/site-store.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { SETTINGS } from '../session/fake-services.ts';

const store = () => createSiteStore(openDatabase(':memory:'));

describe('sites', () => {
  test('are found as they were saved, paths that are not text included', () => {
    const sites = store();
    const settings = { ...SETTINGS, account: 'acct', remotePath: '/caf\uDCE9', localPath: '/home/ada' };
    const saved = sites.save({ siteId: null, name: 'Käsehändler', settings });
    expect(saved).toEqual({
      siteId: expect.any(String),
      name: 'Käsehändler',
      settings,
      secrets: [],
      lastConnectedMs: null,
    });
    expect(sites.get(saved.siteId)).toEqual(saved);
  });

  test('change under their own name', () => {
    const sites = store();
    const { siteId } = sites.save({ siteId: null, name: 'a', settings: SETTINGS });
    sites.connected(siteId, 42);
    const changed = sites.save({ siteId, name: 'b', settings: { ...SETTINGS, port: 990 } });
    expect(changed).toMatchObject({ siteId, name: 'b', settings: { port: 990 }, lastConnectedMs: 42 });
    expect(sites.list()).toHaveLength(1);
  });

  test('stand in the order a person sorts names', () => {
    const sites = store();
    for (const name of ['site 10', 'Site 2', 'b', 'A']) sites.save({ siteId: null, name, settings: SETTINGS });
    expect(sites.list().map(({ name }) => name)).toEqual(['A', 'b', 'Site 2', 'site 10']);
  });

  test('that are gone cannot be changed', () => {
    const sites = store();
    const { siteId } = sites.save({ siteId: null, name: 'a', settings: SETTINGS });
    sites.delete(siteId);
    expect(sites.get(siteId)).toBeUndefined();
    expect(() => sites.save({ siteId, name: 'b', settings: SETTINGS })).toThrow('no longer there');
  });
});
