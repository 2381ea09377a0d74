import { describe, expect, test } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { converse, faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const files = Object.fromEntries(NAMES.map((name, at) => [name, sampleBytes(4_096 + at)]));

const inOrder = () => ({ ...nothingLearned(), answersInOrder: true });

type LoggedIn = Awaited<ReturnType<typeof loggedIn>>;

/** All files at the same time over one connection. */
const retrieveAll = async ({ ftp }: LoggedIn): Promise<void> => {
  const sinks = NAMES.map(() => intoMemory());
  await Promise.all(sinks.map((sink, at) => ftp.retrieve(`/${NAMES[at]}`, sink, transferOptions())));
  for (const [at, sink] of sinks.entries())
    expect(sink.content().equals(files[NAMES[at] ?? ''] ?? Buffer.of())).toBe(true);
};

describe('several transfers over one connection', () => {
  test('the first finds out whether the server answers in order, and then the next port travels with RETR', async () => {
    const talk = await loggedIn({ files });
    await retrieveAll(talk);
    expect(talk.said()).toEqual([
      ...['TYPE I', 'EPSV', 'RETR /a', 'NOOP'],
      ...['EPSV', 'RETR /b', 'EPSV', 'RETR /c', 'EPSV', 'RETR /d', 'EPSV', 'RETR /e'],
    ]);
    expect(talk.options.learned).toMatchObject({ answersInOrder: true, pipeliningFails: false });
  });

  test('in active mode several transfer commands travel together with their ports, before the first is through', async () => {
    const held = Promise.withResolvers<void>();
    const talk = await loggedIn(
      { files, data: { 'RETR /b': { endWhen: held.promise } } },
      { dataConnection: 'active', learned: inOrder() },
    );
    const all = retrieveAll(talk);
    await talk.server.received('RETR', NAMES.length);
    held.resolve();
    await all;
    const verbs = talk.said().map((line) => line.split(' ', 1)[0]);
    expect(verbs).toEqual(['TYPE', ...NAMES.flatMap(() => ['EPRT', 'RETR'])]);
    await talk.ftp.noop();
  });

  test('uploads in active mode arrive as they are', async () => {
    const { ftp, server } = await loggedIn({}, { dataConnection: 'active', learned: inOrder() });
    await Promise.all(
      NAMES.map((name) => ftp.store(`/${name}`, fromMemory(files[name] ?? Buffer.of()), transferOptions())),
    );
    for (const name of NAMES) expect((await server.content(`/${name}`)).equals(files[name] ?? Buffer.of())).toBe(true);
  });

  test('a refused one in the middle leaves the others right', async () => {
    for (const dataConnection of ['passive', 'active'] as const) {
      const { ftp } = await loggedIn({ files }, { dataConnection, learned: inOrder() });
      const first = intoMemory();
      const last = intoMemory();
      const [, refused] = await Promise.all([
        ftp.retrieve('/a', first, transferOptions()),
        faultOf(ftp.retrieve('/none', intoMemory(), transferOptions())),
        ftp.retrieve('/b', last, transferOptions()),
      ]);
      expect(refused).toMatchObject({ kind: 'reply', command: 'RETR', code: 550, stage: 'transfer-command' });
      expect(first.content().length + last.content().length).toBe(4_096 + 4_097);
    }
  });

  test('one that is cancelled stops alone', async () => {
    for (const dataConnection of ['passive', 'active'] as const) {
      const big = sampleBytes(8_000_000);
      const { ftp } = await loggedIn(
        { files: { ...files, big }, data: { 'RETR /big': { chunkBytes: 64_000, chunkPause: 5 } } },
        { dataConnection, learned: inOrder() },
      );
      // Two active ones before, so that the way is known.
      await ftp.retrieve('/a', intoMemory(), transferOptions());
      const stop = new AbortController();
      const cancelled = faultOf(
        ftp.retrieve(
          '/big',
          intoMemory(() => stop.abort()),
          transferOptions(undefined, stop.signal),
        ),
      );
      const sink = intoMemory();
      await ftp.retrieve('/b', sink, transferOptions());
      expect(await cancelled).toMatchObject({ kind: 'cancelled' });
      expect(sink.content()).toHaveLength(4_097);
      await ftp.noop();
    }
  });

  test('without pipelining one command waits for the other', async () => {
    const talk = await loggedIn({ files }, { pipelining: false });
    await retrieveAll(talk);
    expect(talk.said()).toEqual(['TYPE I', ...NAMES.flatMap((name) => ['EPSV', `RETR /${name}`])]);
  });

  test('a port that is gone by then is asked for anew, and nothing is learned from it', async () => {
    const talk = await loggedIn({ files, replies: { EPSV: [null, '229 old (|||1|)'] } }, { learned: inOrder() });
    await retrieveAll(talk);
    expect(talk.options.learned).toMatchObject({ epsvFails: false, passiveFails: false });
  });
});

describe('commands that need no answer of each other', () => {
  test('go out together, and one that fails does no harm to another', async () => {
    const held = Promise.withResolvers<void>();
    const { ftp, server } = await loggedIn({ files, replies: { 'DELE /a': { until: held.promise } } });
    const calls = ['/a', '/none', '/b'].map((path) => ftp.delete(path).catch((error: unknown) => error));
    await server.received('DELE', 3);
    held.resolve();
    const [first, second, third] = await Promise.all(calls);
    expect([first, third]).toEqual([undefined, undefined]);
    expect(second).toBeInstanceOf(Error);
  });

  test('RNTO goes with its RNFR; that of a refused RNFR renames nothing', async () => {
    const { ftp, said, server } = await loggedIn({ files });
    expect(await faultOf(ftp.rename('/none', '/b'))).toMatchObject({ kind: 'reply', command: 'RNFR', code: 550 });
    expect(said()).toEqual(['RNFR /none', 'RNTO /b']);
    expect(await server.content('/b')).toHaveLength(4_097);
  });

  test('after a refused RNTO the next pair waits for its RNFR', async () => {
    const { ftp, said } = await loggedIn({ files, replies: { RNTO: ['553 not that'] } });
    expect(await faultOf(ftp.rename('/a', '/x'))).toMatchObject({ command: 'RNTO', code: 553 });
    expect(await faultOf(ftp.rename('/none', '/y'))).toMatchObject({ command: 'RNFR' });
    expect(said()).toEqual(['RNFR /a', 'RNTO /x', 'RNFR /none']);
  });

  test('short ones go before transfers that wait', async () => {
    const { ftp, said } = await loggedIn({ files }, { pipelining: false });
    await Promise.all([
      ftp.retrieve('/a', intoMemory(), transferOptions()),
      ftp.retrieve('/b', intoMemory(), transferOptions()),
      ftp.size('/c'),
    ]);
    expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a', 'SIZE /c', 'EPSV', 'RETR /b']);
  });
});

test('a server that answers during a transfer is noticed by a harmless command, and gets one at a time', async () => {
  const { server, connect, options, notes, said } = await converse({
    files,
    data: { 'RETR /a': { completion: { say: '200 that is for NOOP\r\n226 done\r\n' } } },
    replies: { NOOP: { say: '', act: false } },
  });
  const ftp = await connect();
  await Promise.all([
    ftp.retrieve('/a', intoMemory(), transferOptions()),
    ftp.retrieve('/b', intoMemory(), transferOptions()),
  ]);
  expect(options.learned).toMatchObject({ onlyBetweenTransfers: true, answersInOrder: false, pipeliningFails: false });
  expect(notes.join('\n')).toContain('takes commands during a transfer at once');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a', 'NOOP', 'EPSV', 'RETR /b']);
  expect(server.connections).toHaveLength(1);
});

test('one that drops the transfer under way for the next port is left, and the fault says so', async () => {
  const { connect, options } = await converse(
    {
      files,
      // As pyftpdlib does: 229 at once, and the data connection ends as if the file did.
      data: { 'RETR /a': { stopAfter: 100, completion: '229 Entering (|||1|)' } },
    },
    { learned: inOrder() },
  );
  const ftp = await connect();
  const [first] = await Promise.all([
    faultOf(ftp.retrieve('/a', intoMemory(), transferOptions())),
    faultOf(ftp.retrieve('/b', intoMemory(), transferOptions())),
  ]);
  expect(first).toMatchObject({ kind: 'control-connection', cause: 'closed' });
  expect(options.learned.onlyBetweenTransfers).toBe(true);
  expect(ftp.closed).toBe(true);
});

test('one that refuses the next port during a transfer is left, and from then on gets one at a time', async () => {
  const { connect, options } = await converse(
    {
      files,
      // As ProFTPD does to a command that came in a later segment: first the refusal, then the end of the transfer.
      data: { 'STOR /a': { completion: '450 EPRT: data transfer in progress\r\n226 Transfer complete' } },
    },
    { dataConnection: 'active', learned: inOrder() },
  );
  const ftp = await connect();
  const content = sampleBytes(4_096);
  await ftp.store('/first', fromMemory(content), transferOptions());
  const [first] = await Promise.all([
    faultOf(ftp.store('/a', fromMemory(content), transferOptions())),
    faultOf(ftp.store('/b', fromMemory(content), transferOptions())),
  ]);
  expect(first).toMatchObject({ kind: 'control-connection', cause: 'closed' });
  expect(options.learned.onlyBetweenTransfers).toBe(true);
});

test('what is short waits for the end of a transfer, and then leaves before the next one', async () => {
  const held = Promise.withResolvers<void>();
  const talk = await loggedIn({ files, data: { 'RETR /a': { endWhen: held.promise } } }, { learned: inOrder() });
  const all = retrieveAll(talk);
  const asked = talk.ftp.size('/e');
  await talk.server.received('RETR');
  held.resolve();
  await Promise.all([all, asked]);
  expect(talk.said().slice(0, 6)).toEqual(['TYPE I', 'EPSV', 'RETR /a', 'EPSV', 'SIZE /e', 'RETR /b']);
});
