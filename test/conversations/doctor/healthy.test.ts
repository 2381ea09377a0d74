import { expect, test } from 'vitest';
import { CHECKS } from '#shared/model/diagnosis.ts';
import { examine } from '../../../src/main/doctor/examine.ts';
import { converse, faultOf } from '../conversation.ts';
import { examined, subjectOf } from './examined.ts';

const files = { 'a.txt': 'hello', 'docs/b.txt': 'x', 'größe.txt': 'y' };

test('a server that does as it should: every check is made once, and nothing is wrong', async () => {
  const { findings, troubles, server } = await examined({ files, tls: {} });
  expect(troubles).toEqual([]);
  const checks = findings.map(({ check }) => check);
  expect(new Set(checks).size).toBe(checks.length);
  expect(checks).toEqual(expect.arrayContaining(Object.keys(CHECKS).filter((check) => check !== 'examination')));
  expect(findings.every(({ outcome }) => outcome === 'ok')).toBe(true);
  expect(findings.every(({ fix }) => fix === null)).toBe(true);
  expect(server.data.every(({ tls }) => tls?.resumed)).toBe(true);
});

test('the examination is polite: two logins, QUIT on each connection, nothing is written', async () => {
  const { server } = await examined({ files, tls: {} });
  const said = server.connections.map(({ commands }) => commands);
  expect(said.filter((commands) => commands.some((line) => line.startsWith('USER')))).toHaveLength(2);
  expect(said.filter((commands) => commands.length > 0).every((commands) => commands.at(-1) === 'QUIT')).toBe(true);
  expect(server.commands.join('\n')).not.toMatch(/^(STOR|APPE|STOU|DELE|MKD|RMD|RNFR|SITE)/m);
});

test('the evidence shows no password', async () => {
  const { findings, server } = await examined({ files });
  expect(JSON.stringify(findings)).not.toContain(server.password);
  expect(findings.find(({ check }) => check === 'login')?.evidence).toContain('> PASS ****');
});

test('over IPv6 there is nothing to be said of PASV and PORT', async () => {
  const { verdicts, troubles } = await examined({ files, address: '::1' }, { host: '::1' });
  expect(verdicts).toEqual(expect.arrayContaining(['epsv: works', 'pasv: ipv6', 'eprt: works', 'port: ipv6']));
  expect(troubles).toEqual([]);
});

test('an empty directory has nothing to compare', async () => {
  const { verdicts, troubles } = await examined({});
  expect(verdicts).toEqual(expect.arrayContaining(['listing: empty', 'encoding: noNames', 'times: unknown']));
  expect(troubles).toEqual([]);
});

test('cancelled, the examination ends at once and closes what it has open', async () => {
  const script = { files, replies: { NOOP: '' } };
  const { server } = await converse(script);
  const stop = new AbortController();
  void server.received('NOOP').then(() => stop.abort());
  const examining = examine(subjectOf(server, script), stop.signal);
  const toTheEnd = async (): Promise<void> => {
    for await (const _ of examining);
  };
  expect(await faultOf(toTheEnd())).toMatchObject({ kind: 'cancelled' });
  await Promise.all(server.connections.map(({ closed }) => closed));
});
