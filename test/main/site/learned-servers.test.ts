import { expect, test } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { createLearnedServers, FORGET_AFTER_MS, factsOf } from '../../../src/main/site/learned-servers.ts';
import { openDatabase } from '../../../src/main/store/database.ts';

const serversAt = (now: () => number = () => 7) => createLearnedServers(openDatabase(':memory:'), now);
const EPSV = { fact: 'epsvFails', value: true, evidence: ['EPSV', '500 what?'], learnedMs: 7 };

test('facts are kept by host and port with what showed them, whatever the case of the host', () => {
  const servers = serversAt();
  servers.remember('Example.org', 21, 'epsvFails', true, ['EPSV', '500 what?']);
  servers.remember('example.org', 21, 'mostConnections', 2, []);
  expect(servers.recall('example.ORG', 21)).toEqual([
    EPSV,
    { fact: 'mostConnections', value: 2, evidence: [], learnedMs: 7 },
  ]);
  expect(servers.recall('example.org', 990)).toEqual([]);
});

test.each([
  ['epsvFails', false],
  ['nameEncoding', null],
] as const)('%s is kept no longer once it is %s', (fact, ceased) => {
  const servers = serversAt();
  servers.remember('a', 21, 'epsvFails', true, []);
  servers.remember('a', 21, 'nameEncoding', 'cp437', []);
  servers.remember('a', 21, fact, ceased, []);
  expect(servers.recall('a', 21).map((entry) => entry.fact)).not.toContain(fact);
  expect(servers.recall('a', 21)).toHaveLength(1);
});

test('what was found out later takes the place of the earlier', () => {
  const servers = serversAt();
  servers.remember('a', 21, 'mostConnections', 5, ['421 five']);
  servers.remember('a', 21, 'mostConnections', 2, ['421 two']);
  expect(servers.recall('a', 21)).toEqual([{ fact: 'mostConnections', value: 2, evidence: ['421 two'], learnedMs: 7 }]);
});

test('a server that talks at length is quoted in short', () => {
  const servers = serversAt();
  servers.remember('a', 21, 'epsvFails', true, Array<string>(1_000).fill('x'.repeat(10_000)));
  const [entry] = servers.recall('a', 21);
  expect(entry?.evidence).toEqual(Array<string>(10).fill('x'.repeat(400)));
});

test('they are forgotten when asked, of that server alone', () => {
  const servers = serversAt();
  servers.remember('a', 21, 'epsvFails', true, []);
  servers.remember('a', 2121, 'epsvFails', true, ['EPSV', '500 what?']);
  servers.forget('A', 21);
  expect(servers.recall('a', 21)).toEqual([]);
  expect(servers.recall('a', 2121)).toEqual([EPSV]);
});

test('each is forgotten after a while', () => {
  let now = 1_000;
  const servers = serversAt(() => now);
  servers.remember('a', 21, 'pipeliningFails', true, []);
  now += FORGET_AFTER_MS;
  servers.remember('a', 21, 'epsvFails', true, []);
  expect(servers.recall('a', 21).map(({ fact }) => fact)).toEqual(['pipeliningFails', 'epsvFails']);
  now += 1;
  expect(servers.recall('a', 21).map(({ fact }) => fact)).toEqual(['epsvFails']);
});

test.each([
  ['{"epsvFails":true,"unheardOf":7}', ['epsvFails']],
  ['{"epsvFails":"yes","mlsdFails":true}', ['mlsdFails']],
  ['{"hadTls":true,"mlsdFails":{"value":7,"evidence":[],"learnedMs":0}}', []],
  ['[]', []],
  ['null', []],
  ['{', []],
])('%s of another version or hand is read as far as it goes', (facts, expected) => {
  const database = openDatabase(':memory:');
  const put = database.prepare('INSERT INTO learned_server (host, port, facts, learned_ms) VALUES (?, ?, ?, ?)');
  put.run('a', 21, facts, 0);
  const recalled = createLearnedServers(database, () => 0).recall('a', 21);
  expect(recalled.map(({ fact }) => fact)).toEqual(expected);
});

test('entries say all there is to know of a server', () => {
  const servers = serversAt();
  servers.remember('a', 21, 'epsvFails', true, []);
  servers.remember('a', 21, 'zoneMinutes', 120, []);
  expect(factsOf(servers.recall('a', 21))).toEqual({ ...nothingLearned(), epsvFails: true, zoneMinutes: 120 });
});
