import { expect, test } from 'vitest';
import { type Evidence, type LearnedOverrides, withOverrides } from '#shared/model/learned-fact.ts';
import { createTransferFacts } from '../../../src/main/session/transfer-facts.ts';
import { createLearnedServers, factsOf } from '../../../src/main/site/learned-servers.ts';
import { openDatabase } from '../../../src/main/store/database.ts';

const REFUSED = ['RNTO', '502 no'];

/** Sessions with one server, one after the other, as each run of the program has them. */
const sessionsWith = (overrides: LearnedOverrides = {}) => {
  const servers = createLearnedServers(openDatabase(':memory:'));
  const notes: string[] = [];
  const begin = () =>
    createTransferFacts({
      known: withOverrides(factsOf(servers.recall('a', 21)), overrides),
      overrides,
      note: (text) => notes.push(text),
      remember: (fact, evidence: Evidence) => servers.remember('a', 21, fact, true, evidence),
    });
  return { begin, notes, servers };
};

test('what was learned of a server is said once, and known in the next session too, with what showed it', () => {
  const { begin, notes, servers } = sessionsWith();
  const first = begin();
  expect(first.knows('storesDirectly')).toBe(false);
  first.learn('storesDirectly', 'it does not rename', REFUSED);
  first.learn('storesDirectly', 'it does not rename', []);
  expect(first.knows('storesDirectly')).toBe(true);
  expect(notes).toEqual(['learned about this server: it does not rename']);
  const next = begin();
  expect([next.knows('storesDirectly'), next.knows('piecesFail')]).toEqual([true, false]);
  expect(servers.recall('a', 21)).toMatchObject([{ fact: 'storesDirectly', evidence: REFUSED }]);
});

test('what the site has set holds, whatever is found', () => {
  const { begin, notes, servers } = sessionsWith({ storesDirectly: false, piecesFail: true });
  const facts = begin();
  facts.learn('storesDirectly', 'it does not rename', REFUSED);
  expect([facts.knows('storesDirectly'), facts.knows('piecesFail')]).toEqual([false, true]);
  expect(notes).toEqual([]);
  expect(servers.recall('a', 21)).toEqual([]);
});
