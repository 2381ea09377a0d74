import { describe, expect, test } from 'vitest';
import { MOST_CONFLICT_RULES, ruleForAll } from '#shared/model/conflict-rule.ts';
import { DEFAULT_TRANSFER_POLICY } from '#shared/model/transfer-policy.ts';
import { createSiteRules } from '../../../src/main/site/site-rules.ts';
import { createSiteStore } from '../../../src/main/site/site-store.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { sessionView } from '../../fixtures/sessions.ts';
import { SETTINGS } from '../session/fake-services.ts';

const setUp = (rules = [ruleForAll('any', 'rename')]) => {
  const sites = createSiteStore(openDatabase(':memory:'));
  const transferPolicy = { ...DEFAULT_TRANSFER_POLICY, conflictRules: rules };
  const settings = { ...SETTINGS, transferPolicy };
  const { siteId } = sites.save({ siteId: null, name: 'My site', settings });
  let changes = 0;
  const siteRules = createSiteRules(sites, () => {
    changes += 1;
  });
  return { sites, siteId, siteRules, settings, changes: () => changes };
};

describe('the rules of a site', () => {
  test('count as they are now, not as they were when it was connected with', () => {
    const { sites, siteId, siteRules } = setUp();
    const session = sessionView('s1', { siteId, settings: SETTINGS });
    expect(siteRules.of(session)).toEqual([ruleForAll('any', 'rename')]);
    sites.save({ siteId, name: 'My site', settings: SETTINGS });
    expect(siteRules.of(session)).toEqual([]);
  });

  test('of a session that is not saved are those of its settings, and none can be added', () => {
    const { siteRules, settings, changes } = setUp();
    const session = sessionView('s1', { settings });
    expect(siteRules.of(session)).toEqual([ruleForAll('any', 'rename')]);
    expect(siteRules.keptWith(session)).toBeNull();
    siteRules.always(session, 'upload', 'skip');
    expect(changes()).toBe(0);
  });

  test('grow by what is always to be done, and nothing else of the site changes', () => {
    const { sites, siteId, siteRules, settings, changes } = setUp();
    const session = sessionView('s1', { siteId });
    expect(siteRules.keptWith(session)).toBe('My site');
    siteRules.always(session, 'upload', 'newer');
    const conflictRules = [ruleForAll('upload', 'newer'), ruleForAll('any', 'rename')];
    expect(siteRules.of(session)).toEqual(conflictRules);
    expect(sites.get(siteId)).toMatchObject({
      name: 'My site',
      settings: { ...settings, transferPolicy: { ...settings.transferPolicy, conflictRules } },
    });
    expect(changes()).toBe(1);
  });

  test('are not more than a list holds', () => {
    const full = Array.from({ length: MOST_CONFLICT_RULES }, (_, index) => ({
      ...ruleForAll('any', 'skip'),
      names: `${index}`,
    }));
    const { siteId, siteRules } = setUp(full);
    const session = sessionView('s1', { siteId });
    expect(siteRules.keptWith(session)).toBeNull();
    siteRules.always(session, 'upload', 'newer');
    expect(siteRules.of(session)).toEqual(full);
  });
});
