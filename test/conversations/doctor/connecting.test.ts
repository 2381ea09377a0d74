import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { closedPort } from '../../server-ftp/data-port.ts';
import { examined } from './examined.ts';

const files = { 'a.txt': 'hello' };

test('a name that nobody has', async () => {
  const { verdicts } = await examined({}, { host: 'no-such-host.invalid' });
  expect(verdicts).toEqual(['name: notFound']);
});

test('a port where nobody listens', async () => {
  const { verdicts, of } = await examined({}, { port: await closedPort('127.0.0.1') });
  expect(verdicts).toEqual(['name: isAddress', 'reach: refused']);
  expect(of('reach').evidence.join('\n')).toContain('ECONNREFUSED');
});

test('what answers is no FTP server', async () => {
  const { verdicts } = await examined({ greeting: 'HTTP/1.1 400 Bad Request' });
  expect(verdicts.at(-1)).toBe('greeting: notFtp');
});

test('too many connections already: 421 at the greeting', async () => {
  const { verdicts, of } = await examined({ greeting: { say: '421 Too many users.', andThen: 'close' } });
  expect(verdicts.at(-1)).toBe('greeting: busy');
  expect(of('greeting').facts).toMatchObject({ words: expect.stringContaining('421 Too many users.') });
});

test('the server waits for TLS from the first byte on: the fix says so', async () => {
  const { of, troubles, listedWithFixes } = await examined(
    { files, tls: { implicit: true } },
    { security: 'explicit' },
  );
  expect(of('greeting')).toMatchObject({ verdict: 'wantsTls', fix: { security: 'implicit' } });
  expect(troubles).toEqual(['greeting: wantsTls']);
  expect((await listedWithFixes()).names).toEqual(['a.txt']);
});

test('TLS is expected from the first byte on and the server greets in the clear: the fix says so', async () => {
  const { of, troubles, listedWithFixes } = await examined({ files, tls: {} }, { security: 'implicit' });
  expect(of('greeting')).toMatchObject({ verdict: 'isPlain', fix: { security: 'explicit' } });
  expect(troubles).toEqual(['greeting: isPlain']);
  expect((await listedWithFixes()).said).toContain('AUTH TLS');
});

test('neither greets nor speaks TLS', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { verdicts } = await examined({}, { port }, { patience: { connect: 300, reply: 300 } });
  expect(verdicts.at(-1)).toBe('greeting: silent');
  silent.close();
});

test('a wrong password', async () => {
  const { verdicts, of } = await examined({
    files,
    users: { anna: { password: 'right' } },
    replies: { PASS: '530 No.' },
  });
  expect(verdicts.at(-1)).toBe('login: passwordRefused');
  expect(of('login').facts).toEqual({ user: 'anna', words: '530 No.' });
});

test('nobody knows the password: everything before the login is looked at', async () => {
  const { verdicts, server } = await examined({ files, tls: {} }, {}, { passwordKnown: false });
  expect(verdicts.slice(-3)).toEqual(['versions: modern', 'certificate: trusted', 'login: noPassword']);
  expect(server.commands.some((line) => /^(USER|PASS)/.test(line))).toBe(false);
});

test('an account is wanted beside the password', async () => {
  const users = { anna: { password: 'pw', account: 'sales' } };
  expect((await examined({ files, users })).verdicts.at(-1)).toBe('login: accountWanted');
});

test('one connection at a time: 421 on the second, and the site keeps to one', async () => {
  // The first ones only knock: two at the port and its greeting, one for AUTH.
  const greeting = [null, null, null, null, { say: '421 One connection is enough.', andThen: 'close' as const }];
  const { of, troubles } = await examined({ files, greeting });
  expect(of('connections')).toMatchObject({ verdict: 'one', fix: { overrides: { mostConnections: 1 } } });
  expect(troubles).toEqual(['connections: one']);
});

test('a server that loses what is sent ahead of its greeting: one command after the other', async () => {
  const { of, troubles, listedWithFixes } = await examined({
    files,
    dropsEarlyCommands: true,
    greeting: { delay: 100 },
  });
  expect(of('pipelining')).toMatchObject({ verdict: 'fails', fix: { pipelining: false } });
  expect(troubles).toEqual(['pipelining: fails']);
  expect((await listedWithFixes()).names).toEqual(['a.txt']);
});

test('NOOP refused is told, and nothing is wrong', async () => {
  const { of, troubles } = await examined({ files, replies: { NOOP: '502 No NOOP.' } });
  expect(of('keepAlive')).toMatchObject({ verdict: 'refused', outcome: 'note' });
  expect(troubles).toEqual([]);
});

test('a server that does not say what it can do', async () => {
  const { of, troubles } = await examined({ files, replies: { FEAT: '500 What?' } });
  expect(of('server')).toMatchObject({ verdict: 'silent', outcome: 'note' });
  expect(troubles).toEqual([]);
});
