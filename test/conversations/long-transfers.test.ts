import { describe, expect, test } from 'vitest';
import type { Reply } from '#shared/ftp/reply.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(200_000);
const files = { big: content };
const kept = { learned: { ...nothingLearned(), answersInOrder: true }, keepAliveMs: 10 };
const noops = (lines: readonly string[]): number => lines.filter((line) => line === 'NOOP').length;

/** A file that comes in slowly, until the test lets it end. */
const slowly = () => {
  const held = Promise.withResolvers<void>();
  return { data: { RETR: { endWhen: held.promise } }, end: () => held.resolve() };
};

describe('signs of life during a long transfer keep a router from dropping the control connection', () => {
  test('on a server that keeps commands until the transfer is over', async () => {
    const { data, end } = slowly();
    const { ftp, server, said, options } = await loggedIn({ files, data }, kept);
    const sink = intoMemory();
    const received = ftp.retrieve('/big', sink, transferOptions());
    await server.received('NOOP', 3);
    end();
    await received;
    expect(sink.content().equals(content)).toBe(true);
    expect(noops(said())).toBeGreaterThanOrEqual(3);
    expect(await ftp.size('/big')).toBe(200_000);
    expect(options.learned).toMatchObject({ answersInOrder: true, onlyBetweenTransfers: false });
    // It kept them, so nothing is known of what it does to them during an upload.
    said();
    await ftp.store('/up', fromMemory(content), transferOptions());
    expect(noops(said())).toBe(0);
  });

  test('on one that answers at once, and then during uploads too', async () => {
    const { data, end } = slowly();
    const learned = { ...nothingLearned(), onlyBetweenTransfers: true };
    const { ftp, server, said } = await loggedIn({ files, data, concurrent: true }, { ...kept, learned });
    const received = ftp.retrieve('/big', intoMemory(), transferOptions());
    await server.received('NOOP', 3);
    end();
    await received;
    said();
    const more = Promise.withResolvers<void>();
    let read = 0;
    const source = {
      async read(into: Uint8Array): Promise<number> {
        read += 1;
        if (read === 2) await more.promise;
        return read > 2 ? 0 : into.length;
      },
    };
    const stored = ftp.store('/up', source, transferOptions());
    await server.received('STOR');
    await expect.poll(() => noops(said())).toBeGreaterThan(0);
    more.resolve();
    await stored;
    expect(await ftp.workingDirectory()).toBe('/');
  });

  test('never on one of which nothing is known, nor where the site does not want it', async () => {
    for (const changes of [{ keepAliveMs: 10 }, { ...kept, keepAliveMs: null }, { ...kept, pipelining: false }]) {
      const { ftp, said } = await loggedIn({ files, data: { RETR: { chunkBytes: 20_000, chunkPause: 10 } } }, changes);
      await ftp.retrieve('/big', intoMemory(), transferOptions());
      expect(noops(said())).toBe(0);
    }
  });

  test('no more on one that refuses them, and the refusal is not taken for the end of the transfer', async () => {
    const { data, end } = slowly();
    const slow = { chunkBytes: 20_000, chunkPause: 10 };
    const script = { files, data: { RETR: [data.RETR, slow] }, concurrent: true, replies: { NOOP: '500 not now' } };
    const codes: number[] = [];
    const observer = { command: () => {}, reply: ({ code }: Reply) => codes.push(code), note: () => {} };
    const { ftp, said } = await loggedIn(script, { ...kept, observer });
    const sink = intoMemory();
    const received = ftp.retrieve('/big', sink, transferOptions());
    await expect.poll(() => codes).toContain(500);
    end();
    await received;
    expect(sink.content().equals(content)).toBe(true);
    said();
    await ftp.retrieve('/big', intoMemory(), transferOptions());
    expect(noops(said())).toBe(0);
  });

  test('are found out about along with the first long transfer, which nothing follows', async () => {
    const { ftp, said, options } = await loggedIn({ files });
    await ftp.retrieve('/big', intoMemory(), { ...transferOptions(), long: true });
    await expect.poll(() => options.learned.answersInOrder).toBe(true);
    expect(noops(said())).toBe(1);
    await ftp.retrieve('/big', intoMemory(), { ...transferOptions(), long: true });
    expect(noops(said())).toBe(0);
  });

  test('that are swallowed do not put the replies out of step', async () => {
    const { data, end } = slowly();
    const { ftp, server, notes } = await loggedIn({ files, data, replies: { NOOP: '' } }, kept);
    const received = ftp.retrieve('/big', intoMemory(), transferOptions());
    await server.received('NOOP');
    end();
    await received;
    expect(notes).toContain('the server owes replies to NOOP; asking something only one reply fits');
    expect(await ftp.size('/big')).toBe(200_000);
  });

  test('do not come between a cancelled transfer and the next', async () => {
    const { data } = slowly();
    const { ftp, server } = await loggedIn(
      { files: { ...files, small: 'abc' }, data: { 'RETR /big': data.RETR } },
      kept,
    );
    const stop = new AbortController();
    const received = faultOf(ftp.retrieve('/big', intoMemory(), transferOptions(undefined, stop.signal)));
    await server.received('NOOP', 2);
    stop.abort();
    expect(await received).toMatchObject({ kind: 'cancelled' });
    const sink = intoMemory();
    await ftp.retrieve('/small', sink, transferOptions());
    expect(sink.content().toString()).toBe('abc');
  });
});

describe('the end of a long transfer', () => {
  test('a 226 that comes late is waited for, and is not taken for the reply to the next command', async () => {
    const late = Promise.withResolvers<void>();
    const { ftp, server } = await loggedIn({ files, data: { RETR: { completion: { until: late.promise } } } });
    const sink = intoMemory();
    const received = ftp.retrieve('/big', sink, transferOptions());
    const size = ftp.size('/big');
    await expect.poll(() => sink.content().length).toBe(content.length);
    expect(server.commands).not.toContain('SIZE /big');
    late.resolve();
    await received;
    expect(await size).toBe(200_000);
  });

  test('a 226 that never comes is told as that, with all data through, and nothing is guessed', async () => {
    const timeouts = { connect: 5_000, reply: 200, data: 5_000 };
    const { ftp } = await loggedIn({ files, data: { RETR: { completion: '' } } }, { timeouts });
    const sink = intoMemory();
    expect(await faultOf(ftp.retrieve('/big', sink, transferOptions()))).toMatchObject({
      kind: 'control-connection',
      cause: 'timeout',
      stage: 'after-data',
    });
    expect(sink.content()).toHaveLength(200_000);
    expect(ftp.closed).toBe(true);
  });

  test('a control connection that the router dropped meanwhile is told as lost behind the data', async () => {
    const { ftp, server } = await loggedIn({ files, data: { RETR: { completion: '' } } });
    const sink = intoMemory();
    const received = faultOf(ftp.retrieve('/big', sink, transferOptions()));
    await expect.poll(() => sink.content().length).toBe(content.length);
    server.connections[0]?.reset();
    expect(await received).toMatchObject({ kind: 'control-connection', cause: 'reset', stage: 'after-data' });
  });
});
