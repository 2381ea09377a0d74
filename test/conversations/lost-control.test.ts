import { expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { faultOf, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

test('421 with nothing outstanding ends the session', async () => {
  const { ftp, server } = await loggedIn({});
  await server.connections[0]?.say('421 idle for too long');
  expect(await ftp.gone).toMatchObject({ fault: { kind: 'control-connection', cause: 'service-closing' } });
  expect(ftp.closed).toBe(true);
  expect(await faultOf(ftp.noop())).toMatchObject({
    kind: 'control-connection',
    cause: 'service-closing',
    stage: 'preparing',
  });
});

test('421 in mid-transfer', async () => {
  const never = new Promise<void>(() => {});
  const { ftp, server } = await loggedIn({
    files: { a: sampleBytes(1_000) },
    data: { RETR: { stopAfter: 500, endWhen: never } },
  });
  const sink = intoMemory(() => server.connections[0]?.say('421 going down'));
  expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE)))).toMatchObject({
    kind: 'control-connection',
    cause: 'service-closing',
    stage: 'after-preliminary-reply',
  });
  expect(ftp.closed).toBe(true);
});

test('every outstanding call fails for the same reason', async () => {
  const { ftp, server } = await loggedIn({ replies: { NOOP: '' } });
  const calls = [faultOf(ftp.noop()), faultOf(ftp.workingDirectory()), faultOf(ftp.size('/x'))];
  await server.received('NOOP');
  server.connections[0]?.reset();
  for (const fault of await Promise.all(calls)) {
    expect(fault).toMatchObject({ kind: 'control-connection', cause: 'reset', stage: 'preparing' });
  }
});

test('a server that falls silent', async () => {
  const { ftp } = await loggedIn({ replies: { NOOP: '' } }, { timeouts: { connect: 500, reply: 500, data: 500 } });
  expect(await faultOf(ftp.noop())).toMatchObject({ kind: 'control-connection', cause: 'timeout', stage: 'preparing' });
  expect(ftp.closed).toBe(true);
});

test('after quit and destroy nothing is sent any more', async () => {
  const { ftp, said } = await loggedIn({});
  await ftp.quit();
  expect(said()).toEqual(['QUIT']);
  expect(await ftp.gone).toBeNull();
  expect(await faultOf(ftp.noop())).toMatchObject({ kind: 'refused-here', reason: 'not-connected' });
  await ftp.quit();
  ftp.destroy();
});
