import { expect, test } from 'vitest';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { CHECKS, type Finding, isInTheWay, isTrouble, withFixes } from '#shared/model/diagnosis.ts';
import { FINDING_WORDS } from '#shared/words/findings.ts';

const SETTINGS = { ...DEFAULT_CONNECTION, host: 'example.org', port: 21, user: 'ada' };

const found = (part: Partial<Finding>): Finding =>
  ({ check: 'data', verdict: 'works', outcome: 'ok', facts: {}, evidence: [], fix: null, ...part }) as Finding;

test('fixes add up, and groups of settings change member by member', () => {
  const settings = { ...SETTINGS, overrides: { mlsdFails: true } };
  const changed = withFixes(settings, [
    found({ fix: { overrides: { epsvFails: true } } }),
    found({ fix: null }),
    found({ fix: { tls: { maxVersion: 'TLSv1.2' }, dataConnection: 'active' } }),
    found({ fix: { overrides: { mostConnections: 1 }, listing: { command: 'LIST' } } }),
  ]);
  expect(changed).toEqual({
    ...settings,
    dataConnection: 'active',
    tls: { ...settings.tls, maxVersion: 'TLSv1.2' },
    listing: { ...settings.listing, command: 'LIST' },
    overrides: { mlsdFails: true, epsvFails: true, mostConnections: 1 },
  });
  expect(settings.overrides).toEqual({ mlsdFails: true });
});

test('what is trouble, and what keeps anybody from connecting', () => {
  expect(isTrouble(found({ outcome: 'problem' }))).toBe(true);
  expect(isTrouble(found({ outcome: 'note' }))).toBe(false);
  expect(isInTheWay(found({ check: 'login', outcome: 'failed' }))).toBe(true);
  expect(isInTheWay(found({ check: 'data', outcome: 'failed' }))).toBe(false);
});

test('every verdict has a sentence, and no sentence is for a verdict that there is not', () => {
  const keys = (groups: object): readonly string[] =>
    Object.entries(groups)
      .flatMap(([check, verdicts]: [string, object]) => Object.keys(verdicts).map((verdict) => `${check}.${verdict}`))
      .sort();
  expect(keys(FINDING_WORDS.said)).toEqual(keys(CHECKS));
  expect(keys(CHECKS)).toEqual(expect.arrayContaining([...keys(FINDING_WORDS.change)]));
});
