import { expect, test } from 'vitest';
import { nothingLearned } from '../../../src/main/ftp/engine.ts';
import { createLearnedServers, FORGET_AFTER_MS } from '../../../src/main/site/learned-servers.ts';
import { openDatabase } from '../../../src/main/store/database.ts';

const { hadTls: _, ...NOTHING } = nothingLearned();

test('facts are kept by host and port, whatever the case of the host, and the newest count', () => {
  const servers = createLearnedServers(openDatabase(':memory:'));
  servers.remember('Example.org', 21, { ...NOTHING, epsvFails: true });
  servers.remember('example.org', 21, { ...NOTHING, mlsdFails: true });
  expect(servers.recall('example.ORG', 21)).toEqual({ ...NOTHING, mlsdFails: true });
  expect(servers.recall('example.org', 990)).toEqual(NOTHING);
});

test('they are forgotten when asked, of that server alone', () => {
  const servers = createLearnedServers(openDatabase(':memory:'));
  servers.remember('a', 21, { ...NOTHING, epsvFails: true });
  servers.remember('a', 2121, { ...NOTHING, mlsdFails: true });
  servers.forget('A', 21);
  expect(servers.recall('a', 21)).toEqual(NOTHING);
  expect(servers.recall('a', 2121)).toEqual({ ...NOTHING, mlsdFails: true });
});

test('they are forgotten after a while', () => {
  let now = 1_000;
  const servers = createLearnedServers(openDatabase(':memory:'), () => now);
  servers.remember('a', 21, { ...NOTHING, pipeliningFails: true });
  now += FORGET_AFTER_MS;
  expect(servers.recall('a', 21).pipeliningFails).toBe(true);
  now += 1;
  expect(servers.recall('a', 21)).toEqual(NOTHING);
});

test.each([
  ['{"epsvFails":true,"unheardOf":7}', { ...NOTHING, epsvFails: true }],
  ['{"epsvFails":"yes","mlsdFails":true}', { ...NOTHING, mlsdFails: true }],
  ['[]', NOTHING],
  ['null', NOTHING],
  ['{', NOTHING],
])('%s of another version or hand is read as far as it goes', (facts, expected) => {
  const database = openDatabase(':memory:');
  const put = database.prepare('INSERT INTO learned_server (host, port, facts, learned_ms) VALUES (?, ?, ?, ?)');
  put.run('a', 21, facts, 0);
  expect(createLearnedServers(database, () => 0).recall('a', 21)).toEqual(expected);
});

test('that a host had TLS is not among them: it is kept for ever elsewhere', () => {
  const database = openDatabase(':memory:');
  const learned = { ...nothingLearned(), hadTls: true };
  createLearnedServers(database).remember('a', 21, learned);
  expect(JSON.stringify(database.prepare('SELECT facts FROM learned_server').all())).not.toContain('hadTls');
});
