import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createReceiver } from '../../../../src/main/ftp/user-dtp/receiver.ts';
import { send } from '../../../../src/main/ftp/user-dtp/sender.ts';
import { ends } from './conversion/converted.ts';
import { pair, sourceOf } from './loopback.ts';

const asItIs = { conversion: null, onCheckpoint: () => {} };

const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

describe('receiving', () => {
  test('a reset behind the end, while the sink is still busy, takes nothing away', async () => {
    const { ours, theirs } = await pair();
    const slow = Promise.withResolvers<void>();
    const taken: string[] = [];
    const sink = {
      async write(chunk: Uint8Array) {
        taken.push(Buffer.from(chunk).toString());
        await slow.promise;
      },
    };
    const counter = { bytes: 0 };
    const done = createReceiver({ ...asItIs, sink, counter, pace: null, idleMs: 5_000 }).run(ours, false, () => true);
    theirs.end('hello');
    await once(ours, 'end');
    ours.emit('error', reset);
    slow.resolve();
    await done;
    expect(taken.join('')).toBe('hello');
    expect(counter.bytes).toBe(5);
  });

  test('a reset before the end is the fault', async () => {
    const { ours, theirs } = await pair();
    const sink = { write: async () => {} };
    const done = createReceiver({ ...asItIs, sink, counter: { bytes: 0 }, pace: null, idleMs: 5_000 }).run(
      ours,
      false,
      () => true,
    );
    theirs.resetAndDestroy();
    await expect(done).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'reset' } });
  });

  test('stopped, it leaves the sink alone, with what has come already too', async () => {
    const { ours, theirs } = await pair();
    let written = 0;
    const sink = {
      async write(chunk: Uint8Array) {
        written += chunk.length;
      },
    };
    const receiver = createReceiver({ ...asItIs, sink, counter: { bytes: 0 }, pace: null, idleMs: 5_000 });
    const done = receiver.run(ours, false, () => true);
    ours.once('data', () => receiver.stop());
    theirs.end('hello');
    await once(ours, 'end');
    ours.destroy();
    await expect(done).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'closed' } });
    expect(written).toBe(0);
  });

  test('a reset while the sink is busy: what came before it is handed over all the same', async () => {
    const { ours, theirs } = await pair();
    const taken: string[] = [];
    const busy = Promise.withResolvers<void>();
    const sink = {
      write(chunk: Uint8Array): Promise<void> {
        taken.push(Buffer.from(chunk).toString());
        busy.resolve();
        return new Promise(() => {});
      },
    };
    const receiver = createReceiver({ ...asItIs, sink, counter: { bytes: 0 }, pace: null, idleMs: 5_000 });
    const done = receiver.run(ours, false, () => true);
    done.catch(() => {});
    theirs.write('hello');
    await busy.promise;
    const more = once(ours, 'data');
    theirs.write(' there');
    await more;
    theirs.resetAndDestroy();
    await expect(done).rejects.toMatchObject({ fault: { kind: 'data-connection' } });
    expect(taken.join('')).toBe('hello there');
  });

  test('time the sink takes is no silence of the server', async () => {
    const { ours, theirs } = await pair();
    let idleTimes = 0;
    const slow = Promise.withResolvers<void>();
    ours.on('timeout', () => {
      idleTimes += 1;
      if (idleTimes === 3) slow.resolve();
    });
    const receiver = createReceiver({
      ...asItIs,
      sink: { write: () => slow.promise },
      counter: { bytes: 0 },
      pace: null,
      idleMs: 20,
    });
    const done = receiver.run(ours, false, () => true);
    theirs.write('hello');
    await slow.promise;
    theirs.end();
    await done;
    expect(idleTimes).toBeGreaterThanOrEqual(3);
  });
});

describe('receiving in block mode', () => {
  const blocks = ends({ mode: 'B' });
  const run = (connection: Parameters<ReturnType<typeof createReceiver>['run']>[0], settle: Promise<void>) => {
    const taken: string[] = [];
    const checkpoints: string[] = [];
    const sink = {
      async write(chunk: Uint8Array) {
        taken.push(Buffer.from(chunk).toString());
        await settle;
      },
    };
    const receiver = createReceiver({
      sink,
      counter: { bytes: 0 },
      conversion: blocks,
      onCheckpoint: ({ marker, localBytes }) => checkpoints.push(`${marker} at ${localBytes}`),
      pace: null,
      idleMs: 5_000,
    });
    return { taken, checkpoints, receiver, done: receiver.run(connection, false, () => true) };
  };

  test('the marked end of the file is the end, although the server keeps the connection (3.3)', async () => {
    const { ours, theirs } = await pair();
    const { taken, done } = run(ours, Promise.resolve());
    const closedByUs = once(theirs.resume(), 'end');
    theirs.write(Buffer.from([64, 0, 2, 0x61, 0x62]));
    await closedByUs;
    await done;
    expect(taken.join('')).toBe('ab');
  });

  test.each(['in one packet', 'a while later'] as const)('bytes behind it are a fault: %s', async (when) => {
    const { ours, theirs } = await pair();
    const { done } = run(ours, Promise.resolve());
    const marked = Buffer.from([64, 0, 2, 0x61, 0x62]);
    if (when === 'in one packet') theirs.end(Buffer.concat([marked, Buffer.from('x')]));
    else {
      theirs.write(marked);
      await once(theirs.resume(), 'end');
      theirs.end('x');
    }
    await expect(done).rejects.toMatchObject({ fault: { kind: 'protocol', reason: 'malformed-data' } });
  });

  test('a reset behind it takes nothing away', async () => {
    const { ours, theirs } = await pair();
    const { taken, done } = run(ours, Promise.resolve());
    theirs.write(Buffer.from([64, 0, 2, 0x61, 0x62]));
    await once(theirs.resume(), 'end');
    theirs.resetAndDestroy();
    await done;
    expect(taken.join('')).toBe('ab');
  });

  test('an end of the connection before it is a fault', async () => {
    const { ours, theirs } = await pair();
    const { done } = run(ours, Promise.resolve());
    theirs.end(Buffer.from([0, 0, 2, 0x61, 0x62]));
    await expect(done).rejects.toMatchObject({ fault: { kind: 'protocol', reason: 'no-end-of-file' } });
  });

  test('what is no block ends it at once; the connection is for the caller to break off', async () => {
    const { ours, theirs } = await pair();
    const { done } = run(ours, Promise.resolve());
    theirs.write(Buffer.from([1, 0, 2, 0x61, 0x62]));
    await expect(done).rejects.toMatchObject({ fault: { kind: 'protocol', reason: 'malformed-data' } });
    expect(ours.destroyed).toBe(false);
  });

  test('a marker is a checkpoint once the sink has what was before it', async () => {
    const { ours, theirs } = await pair();
    const slow = Promise.withResolvers<void>();
    const { taken, checkpoints, done } = run(ours, slow.promise);
    theirs.write(Buffer.from([0, 0, 1, 0x61, 16, 0, 1, 0x6d, 64, 0, 1, 0x62]));
    while (taken.join('') !== 'ab') await once(ours, 'data').then(() => new Promise(setImmediate));
    expect(checkpoints).toEqual([]);
    slow.resolve();
    await done;
    expect(checkpoints).toEqual(['m at 1']);
  });

  test('data marked as suspect is told of', async () => {
    const { ours, theirs } = await pair();
    const { receiver, done } = run(ours, Promise.resolve());
    theirs.write(Buffer.from([0, 0, 1, 0x61, 96, 0, 1, 0x62]));
    await done;
    expect(receiver.suspect).toEqual([{ offset: 1, length: 1 }]);
  });
});

describe('sending', () => {
  test('what goes at once grows with what the line takes', async () => {
    const { ours, theirs } = await pair();
    theirs.resume();
    const asked: number[] = [];
    let left = 16 * 1024 * 1024;
    const source = {
      async read(into: Uint8Array) {
        asked.push(into.length);
        const length = Math.min(left, into.length);
        left -= length;
        return length;
      },
    };
    await send(ours, { source, counter: { bytes: 0 }, codec: null, pace: null, idleMs: 5_000 });
    expect(asked[0]).toBe(64 * 1024);
    expect(Math.max(...asked)).toBeGreaterThan(64 * 1024);
    expect(Math.max(...asked)).toBeLessThanOrEqual(1024 * 1024);
  });

  test('settles when all is handed over and our side is closed; the socket stays', async () => {
    const { ours, theirs } = await pair();
    const counter = { bytes: 0 };
    const got: string[] = [];
    theirs.on('data', (bytes) => got.push(bytes.toString()));
    const ended = once(theirs, 'end');
    await send(ours, { source: sourceOf(Buffer.from('hello')), counter, codec: null, pace: null, idleMs: 5_000 });
    await ended;
    expect(got.join('')).toBe('hello');
    expect(counter.bytes).toBe(5);
    expect(ours.destroyed).toBe(false);
  });

  test('the server closing before everything is sent is the fault', async () => {
    const { ours, theirs } = await pair();
    const endless = { read: async (into: Uint8Array) => into.length };
    theirs.once('data', () => theirs.end());
    const sending = send(ours, { source: endless, counter: { bytes: 0 }, codec: null, pace: null, idleMs: 5_000 });
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'closed' } });
    expect(ours.destroyed).toBe(false);
  });

  test('time the source takes is no silence of the server', async () => {
    const { ours, theirs } = await pair();
    let idleTimes = 0;
    const slow = Promise.withResolvers<number>();
    ours.on('timeout', () => {
      idleTimes += 1;
      if (idleTimes === 3) slow.resolve(0);
    });
    theirs.resume();
    await send(ours, {
      source: { read: () => slow.promise },
      counter: { bytes: 0 },
      codec: null,
      pace: null,
      idleMs: 20,
    });
    expect(idleTimes).toBeGreaterThanOrEqual(3);
  });

  test('a server that takes nothing is given up', async () => {
    const { ours } = await pair();
    const endless = { read: async (into: Uint8Array) => into.length };
    const sending = send(ours, { source: endless, counter: { bytes: 0 }, codec: null, pace: null, idleMs: 200 });
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'timeout' } });
  });

  test('a failing source ends it with its own fault', async () => {
    const { ours } = await pair();
    const failing = { read: () => Promise.reject(new Error('disk')) };
    const sending = send(ours, { source: failing, counter: { bytes: 0 }, codec: null, pace: null, idleMs: 5_000 });
    await expect(sending).rejects.toThrow('disk');
    expect(ours.destroyed).toBe(false);
  });
});
