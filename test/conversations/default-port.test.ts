import { expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(300_000);
const files = { a: content };
const choice = { dataConnection: 'default-port' } as const;

test.each([
  ['IPv4', {}, {}],
  ['IPv6', { address: '::1' }, { host: '::1' }],
  ['TLS', { tls: {} }, {}],
] as const)('over %s: nothing is announced, and the server calls', async (_, script, options) => {
  const { ftp, said, notes } = await loggedIn({ files, ...script }, { ...choice, ...options });
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions(IMAGE));
  expect(sink.content().equals(content)).toBe(true);
  expect(said()).toEqual(['TYPE I', 'RETR /a']);
  expect(notes.filter((note) => note.includes('is the default'))).toEqual([]);
});

test('one transfer after another, down, up and listed, while the port pair may not be free yet', async () => {
  const { ftp, server, said } = await loggedIn({ files }, choice);
  await ftp.store('/b', fromMemory(content), transferOptions(IMAGE));
  expect((await server.content('/b')).equals(content)).toBe(true);
  await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  const sink = intoMemory();
  await ftp.retrieve('/b', sink, transferOptions(IMAGE));
  expect(sink.content().equals(content)).toBe(true);
  const names: string[] = [];
  const onEntries = (entries: readonly { readonly name: string }[]): void => {
    for (const { name } of entries) names.push(name);
  };
  await ftp.list('/', { signal: null, onEntries });
  expect(names.toSorted()).toEqual(['a', 'b']);
  expect(said().filter((line) => /^(PORT|EPRT|PASV|EPSV)/.test(line))).toEqual([]);
});

test('425 while the port is not free: the whole group again, and it is said', async () => {
  const replies = { STOR: ['425 address in use', '425 address in use', null] } as const;
  const { ftp, server, said, notes } = await loggedIn({ files, replies }, choice);
  await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  said();
  await ftp.store('/b', fromMemory(content), transferOptions(IMAGE, null));
  expect((await server.content('/b')).equals(content)).toBe(true);
  expect(said()).toEqual(['STOR /b', 'STOR /b', 'STOR /b']);
  expect(notes.filter((note) => note.includes('not free yet'))).toEqual([
    'the default data port is not free yet; trying again in 0.25 s',
    'the default data port is not free yet; trying again in 0.5 s',
  ]);
});

test('cancelled while waiting for the port', async () => {
  const stop = new AbortController();
  const { ftp, server } = await loggedIn({ files, replies: { RETR: [null, '425 address in use'] } }, choice);
  await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
  const call = faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, stop.signal)));
  await server.received('RETR', 2);
  stop.abort();
  expect(await call).toMatchObject({ kind: 'cancelled' });
  await ftp.noop();
});

test('425 before any data connection is a server without default data port', async () => {
  const { ftp, said } = await loggedIn({ replies: { RETR: '425 use PORT or PASV first' } }, choice);
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({ code: 425 });
  expect(said()).toEqual(['TYPE I', 'RETR /a']);
});

test('425 behind data is no busy port', async () => {
  const script = { files, data: { RETR: { stopAfter: 100_000, completion: '425 lost it' } } };
  const { ftp, said } = await loggedIn(script, choice);
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({ code: 425 });
  expect(said()).toEqual(['TYPE I', 'RETR /a']);
});

test('a server without the right to the port below its own is taken all the same, and it is said', async () => {
  const { ftp, notes } = await loggedIn({ files, unprivileged: true }, choice);
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions(IMAGE));
  expect(sink.content().equals(content)).toBe(true);
  expect(notes.at(-1)).toMatch(/^the data connection comes from port \d+; \d+ is the default$/);
});
