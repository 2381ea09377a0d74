import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { converse, faultOf } from './conversation.ts';

test.each([
  ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['POP3', '+OK ready\r\n'],
  ['a TLS alert', Buffer.from([0x15, 3, 3, 0, 2, 2, 0x28, 0x0a])],
])('%s is no FTP', async (_, greeting) => {
  const { connect } = await converse({ greeting });
  expect(await faultOf(connect())).toMatchObject({ kind: 'protocol', stage: 'greeting', reason: 'not-ftp' });
});

test('a line without end is given up', async () => {
  const { connect } = await converse({ greeting: { endless: 'line' } });
  expect(await faultOf(connect())).toMatchObject({ kind: 'protocol', stage: 'greeting', reason: 'not-ftp' });
});

test('silence', async () => {
  const { connect } = await converse(
    { greeting: '', replies: { USER: '' } },
    { timeouts: { connect: 500, reply: 100, data: 500 } },
  );
  expect(await faultOf(connect())).toMatchObject({ kind: 'control-connection', stage: 'greeting', cause: 'timeout' });
});

test('a server that hangs up at once', async () => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { connect } = await converse({}, { port });
  expect(await faultOf(connect())).toMatchObject({ kind: 'control-connection', stage: 'greeting', cause: 'closed' });
});

test('nobody listens', async () => {
  const { connect, server } = await converse({});
  await server.close();
  expect(await faultOf(connect())).toMatchObject({ kind: 'control-connection', stage: 'connecting', cause: 'refused' });
});

test('a name that does not exist', async () => {
  const { connect } = await converse({}, { host: 'no-such-host.invalid' });
  const fault = await faultOf(connect());
  expect(fault).toMatchObject({ kind: 'control-connection', stage: 'connecting', cause: 'host-not-found' });
});
