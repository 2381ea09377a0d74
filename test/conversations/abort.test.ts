import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import type { DataSource } from '../../src/main/ftp/engine.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(4_000_000);
const files = { a: content, b: 'small' };
/** So slow that there is time to abort. */
const slow = { 'RETR /a': { chunkBytes: 100_000, chunkPause: 10 } };

/** Cancels at its third piece. */
const endlessUntil = (stop: AbortController): DataSource => {
  let reads = 0;
  return {
    async read(into) {
      reads += 1;
      if (reads === 3) stop.abort();
      return into.length;
    },
  };
};

describe.each(['at-once', 'after-transfer', 'folded'] as const)('ABOR answered %s', (abort) => {
  test.each([
    ['in the clear', {}],
    ['over TLS', { tls: {} }],
  ])('%s: cancelled, and the session goes on', async (_, tls) => {
    const { ftp, said } = await loggedIn({ files, abort, data: slow, ...tls });
    const stop = new AbortController();
    const sink = intoMemory(() => stop.abort());
    expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, stop.signal)))).toEqual({
      kind: 'cancelled',
      stage: 'after-preliminary-reply',
    });
    expect(said().slice(0, 4)).toEqual(['TYPE I', 'EPSV', 'RETR /a', 'ABOR']);
    const again = intoMemory();
    await ftp.retrieve('/b', again, transferOptions(IMAGE));
    expect(again.content().toString()).toBe('small');
    expect(await ftp.workingDirectory()).toBe('/');
  });

  test('an upload', async () => {
    const { ftp } = await loggedIn({ abort });
    const stop = new AbortController();
    expect(await faultOf(ftp.store('/b', endlessUntil(stop), transferOptions(IMAGE, stop.signal)))).toMatchObject({
      kind: 'cancelled',
    });
    expect(await ftp.workingDirectory()).toBe('/');
  });
});

// Behind a FIN the server would take the half of the file for the whole; behind a FIN and a reset the write of one that
// sends is SIGPIPE, which ends the session of servers that come from 4.3BSD's.
test('the data connection of a cancelled transfer is broken off, not ended', async () => {
  const { ftp, server } = await loggedIn({ abort: 'after-transfer' });
  const stop = new AbortController();
  await faultOf(ftp.store('/half', endlessUntil(stop), transferOptions(IMAGE, stop.signal)));
  expect(await ftp.workingDirectory()).toBe('/');
  expect(server.data).toMatchObject([{ command: 'STOR /half', reset: true }]);
});

test.each([
  ['426, 226', '426 aborted\r\n226 done\r\n'],
  ['226, 225', '226 done\r\n225 nothing to abort\r\n'],
  ['551, 226', '551 gone\r\n226 done\r\n'],
  ['226, 500', '226 done\r\n500 ABOR unknown\r\n'],
  ['451, 226', '451 stopped\r\n226 done\r\n'],
])('whatever the two replies are: %s', async (_, both) => {
  const script = {
    files,
    replies: { ABOR: both },
    data: { RETR: { stopAfter: 1_000, ending: 'never', completion: '' } },
  } as const;
  const { ftp } = await loggedIn(script);
  const stop = new AbortController();
  const sink = intoMemory(() => stop.abort());
  expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, stop.signal)))).toMatchObject({
    kind: 'cancelled',
  });
  expect(await ftp.workingDirectory()).toBe('/');
});

test.each(['garbage', 'garbage-twice'] as const)(
  'the interrupt is %s to the server: learned off, and the session goes on',
  async (interrupt) => {
    const { ftp, said, options, notes } = await loggedIn({ files, data: slow, interrupt });
    const cancelOne = async (): Promise<void> => {
      const stop = new AbortController();
      const sink = intoMemory(() => stop.abort());
      expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, stop.signal)))).toMatchObject({
        kind: 'cancelled',
      });
    };
    await cancelOne();
    expect(options.learned.interruptFails).toBe(true);
    expect(notes).toContain("learned about this server: Telnet's interrupt confuses it, ABOR goes alone");
    const again = intoMemory();
    await ftp.retrieve('/b', again, transferOptions(IMAGE));
    expect(again.content().toString()).toBe('small');
    expect(said()).not.toContain('ABOR');
    await cancelOne();
    expect(said()).toContain('ABOR');
    expect(options.learned.pipeliningFails).toBe(false);
  },
);

test.each([
  ['551, 502, 502', '551 gone\r\n502 what?\r\n502 what?\r\n'],
  ['502, 502, 426', '502 what?\r\n502 what?\r\n426 gone\r\n'],
  ['500, 426, 500', '500 what?\r\n426 gone\r\n500 what?\r\n'],
  ['502, 226', '502 what?\r\n226 done\r\n'],
])('not understood once or twice, in whatever order: %s', async (_, replies) => {
  const script = {
    files,
    replies: { ABOR: '' },
    data: { RETR: { stopAfter: 1_000, ending: 'never', completion: '' } },
  } as const;
  const { ftp, server, options } = await loggedIn(script);
  const stop = new AbortController();
  const sink = intoMemory(() => stop.abort());
  const call = faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, stop.signal)));
  await server.received('ABOR');
  await server.connections[0]?.say(replies);
  expect(await call).toMatchObject({ kind: 'cancelled' });
  expect(await ftp.workingDirectory()).toBe('/');
  expect(await ftp.changeDirectory('/')).toBe('/');
  expect(options.learned).toMatchObject({ interruptFails: true, pipeliningFails: false });
});

test('cancelled before its turn nothing is sent', async () => {
  const { ftp, said } = await loggedIn({ files });
  const stop = new AbortController();
  stop.abort();
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, stop.signal)))).toEqual({
    kind: 'cancelled',
    stage: 'preparing',
  });
  expect(said()).toEqual([]);
});

test('cancelled while the server is slow to announce a data connection: at once, and the dialogue stays in step', async () => {
  const answer = Promise.withResolvers<void>();
  const { ftp, server, said } = await loggedIn({ files, replies: { EPSV: { until: answer.promise } } });
  const stop = new AbortController();
  const call = faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, stop.signal)));
  await server.received('EPSV');
  stop.abort();
  expect(await call).toEqual({ kind: 'cancelled', stage: 'preparing' });
  const here = ftp.workingDirectory();
  answer.resolve();
  expect(await here).toBe('/');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'PWD']);
});

test('cancelled behind REST: the place it named is not where the next file begins', async () => {
  const answer = Promise.withResolvers<void>();
  const { ftp, server } = await loggedIn({ files, replies: { REST: [{ until: answer.promise }] } });
  const stop = new AbortController();
  const call = faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, stop.signal, 3)));
  await server.received('REST');
  stop.abort();
  answer.resolve();
  expect(await call).toMatchObject({ kind: 'cancelled' });
  const next = intoMemory();
  await ftp.retrieve('/b', next, transferOptions(IMAGE));
  expect(next.content().toString()).toBe('small');
  await ftp.store('/c', fromMemory(content), transferOptions(IMAGE));
  expect((await server.content('/c')).equals(content)).toBe(true);
});

test('cancelled while the server refuses EPRT: no PORT comes behind the next command', async () => {
  const answer = Promise.withResolvers<void>();
  const script = { files, replies: { EPRT: { say: '500 no', until: answer.promise } } };
  const { ftp, server, said } = await loggedIn(script, { dataConnection: 'active' });
  const stop = new AbortController();
  const call = faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, stop.signal)));
  await server.received('EPRT');
  stop.abort();
  await call;
  answer.resolve();
  await ftp.noop();
  await ftp.noop();
  expect(said().filter((line) => line.startsWith('PORT'))).toEqual([]);
});

test('a server that says nothing to ABOR is gone', async () => {
  const script = {
    files,
    replies: { ABOR: '', PWD: [null, ''] },
    data: { RETR: { ...slow['RETR /a'], completion: '' } },
  };
  const { ftp } = await loggedIn(script, { timeouts: { connect: 5_000, reply: 500, data: 5_000 } });
  const stop = new AbortController();
  const sink = intoMemory(() => stop.abort());
  expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, stop.signal)))).toMatchObject({
    kind: 'cancelled',
  });
  expect(ftp.closed).toBe(true);
});

test('cancelled while a listing arrives', async () => {
  const { ftp } = await loggedIn({ generated: { '/big': { entries: 20_000 } } });
  const stop = new AbortController();
  let seen = 0;
  const onEntries = (entries: readonly unknown[]): void => {
    seen += entries.length;
    stop.abort();
  };
  expect(await faultOf(ftp.list('/big', { signal: stop.signal, onEntries }))).toMatchObject({ kind: 'cancelled' });
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(20_000);
  await ftp.noop();
});

// A server that is stopped between the command and the data connection may keep the transfer in mind (pyftpdlib).
test('cancelled before the transfer has begun: ABOR goes once it has', async () => {
  const begin = Promise.withResolvers<void>();
  const { ftp, server, said } = await loggedIn({ data: { STOR: { preliminary: { until: begin.promise } } } });
  const stop = new AbortController();
  const call = faultOf(ftp.store('/b', endlessUntil(stop), transferOptions(IMAGE, stop.signal)));
  await server.received('STOR /b');
  await vi.waitFor(() => expect(stop.signal.aborted).toBe(true));
  await pause(50);
  expect(said()).not.toContain('ABOR');
  begin.resolve();
  expect(await call).toEqual({ kind: 'cancelled', stage: 'after-preliminary-reply' });
  expect(said()).toContain('ABOR');
  expect(await ftp.workingDirectory()).toBe('/');
});

test('cancelled before a transfer begins that never does: ABOR goes all the same', async () => {
  const { ftp, said } = await loggedIn({ data: { STOR: { preliminary: '' } } });
  const stop = new AbortController();
  const call = faultOf(ftp.store('/b', endlessUntil(stop), transferOptions(IMAGE, stop.signal)));
  expect(await call).toEqual({ kind: 'cancelled', stage: 'transfer-command' });
  expect(said()).toContain('ABOR');
  expect(await ftp.workingDirectory()).toBe('/');
});

test('destroy in mid-transfer ends everything at once', async () => {
  const { ftp } = await loggedIn({ files, data: slow });
  const sink = intoMemory(() => ftp.destroy());
  expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE)))).toMatchObject({ reason: 'not-connected' });
  expect(await ftp.gone).toBeNull();
});
