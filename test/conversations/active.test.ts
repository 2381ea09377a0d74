import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, transferOptions } from './conversation.ts';

const files = { a: 'hello' };
const verbs = (lines: readonly string[]) => lines.map((line) => line.split(' ', 1)[0]);

test('EPRT, then the transfer, both ways', async () => {
  const { ftp, said, server } = await loggedIn({ files }, { dataConnection: 'active' });
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions(IMAGE));
  await ftp.store('/b', fromMemory(Buffer.from('up')), transferOptions(IMAGE));
  expect(sink.content().toString()).toBe('hello');
  expect((await server.content('/b')).toString()).toBe('up');
  const lines = said();
  expect(verbs(lines)).toEqual(['TYPE', 'EPRT', 'RETR', 'EPRT', 'STOR']);
  expect(lines[1]).toMatch(/^EPRT \|1\|127\.0\.0\.1\|\d+\|$/);
});

test('EPRT refused: PORT', async () => {
  const { ftp, said } = await loggedIn({ files, replies: { EPRT: '500 no' } }, { dataConnection: 'active' });
  await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  const lines = said();
  expect(verbs(lines)).toEqual(['TYPE', 'EPRT', 'PORT', 'RETR']);
  expect(lines[2]).toMatch(/^PORT 127,0,0,1,\d+,\d+$/);
});

test('a stranger calls first: he is turned away and the server still awaited', async () => {
  const { ftp, notes } = await loggedIn({ files, strangerFirst: true }, { dataConnection: 'active' });
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions(IMAGE));
  expect(sink.content().toString()).toBe('hello');
  expect(notes).toContain('a data connection from 127.0.0.2 was turned away');
});

test('the server does not call: a fault, and the session goes on', async () => {
  const script = { files, replies: { RETR: { say: '150 any moment', act: false } } };
  const timeouts = { connect: 500, reply: 5_000, data: 5_000 };
  const { ftp } = await loggedIn(script, { dataConnection: 'active', timeouts });
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
    kind: 'data-connection',
    cause: 'timeout',
  });
  await ftp.noop();
});

test('ports from the range alone; a taken one is passed over', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const first = typeof address === 'object' && address !== null ? address.port : 0;
  const { ftp, said } = await loggedIn({ files }, { dataConnection: 'active', activePorts: [first, first + 5] });
  await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  const port = Number(said().at(-2)?.split('|')[3]);
  expect(port).toBeGreaterThan(first);
  expect(port).toBeLessThanOrEqual(first + 5);
});

test('the external address is announced', async () => {
  const { ftp, said } = await loggedIn(
    { files, replies: { EPRT: '501 not there', PORT: '501 nor there' } },
    { dataConnection: 'active', externalAddress: '198.51.100.7' },
  );
  await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)));
  expect(said()[1]).toMatch(/^EPRT \|1\|198\.51\.100\.7\|/);
});
