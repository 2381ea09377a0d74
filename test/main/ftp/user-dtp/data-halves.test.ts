import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createReceiver } from '../../../../src/main/ftp/user-dtp/receiver.ts';
import { send } from '../../../../src/main/ftp/user-dtp/sender.ts';

/** Two ends of a loopback connection. */
const pair = async (): Promise<{ ours: Socket; theirs: Socket }> => {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const accepted = once(server, 'connection');
  const ours = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const [theirs] = await accepted;
  if (!(theirs instanceof Socket)) throw new Error('no socket');
  onTestFinished(() => {
    ours.destroy();
    theirs.destroy();
    server.close();
  });
  return { ours, theirs };
};

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
    const done = createReceiver({ ...asItIs, sink, counter, idleMs: 5_000 }).run(ours, false, () => true);
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
    const done = createReceiver({ ...asItIs, sink, counter: { bytes: 0 }, idleMs: 5_000 }).run(ours, false, () => true);
    theirs.resetAndDestroy();
    await expect(done).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'reset' } });
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

describe('sending', () => {
  const source = (text: string) => {
    let left = Buffer.from(text);
    return {
      async read(into: Uint8Array) {
        const part = left.subarray(0, into.length);
        into.set(part);
        left = left.subarray(part.length);
        return part.length;
      },
    };
  };

  test('settles when all is handed over and our side is closed; the socket stays', async () => {
    const { ours, theirs } = await pair();
    const counter = { bytes: 0 };
    const got: string[] = [];
    theirs.on('data', (bytes) => got.push(bytes.toString()));
    const ended = once(theirs, 'end');
    await send(ours, { source: source('hello'), counter, codec: null, idleMs: 5_000 });
    await ended;
    expect(got.join('')).toBe('hello');
    expect(counter.bytes).toBe(5);
    expect(ours.destroyed).toBe(false);
  });

  test('the server closing before everything is sent is the fault', async () => {
    const { ours, theirs } = await pair();
    const endless = { read: async (into: Uint8Array) => into.length };
    theirs.once('data', () => theirs.end());
    const sending = send(ours, { source: endless, counter: { bytes: 0 }, codec: null, idleMs: 5_000 });
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'closed' } });
    expect(ours.destroyed).toBe(true);
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
    await send(ours, { source: { read: () => slow.promise }, counter: { bytes: 0 }, codec: null, idleMs: 20 });
    expect(idleTimes).toBeGreaterThanOrEqual(3);
  });

  test('a server that takes nothing is given up', async () => {
    const { ours } = await pair();
    const endless = { read: async (into: Uint8Array) => into.length };
    const sending = send(ours, { source: endless, counter: { bytes: 0 }, codec: null, idleMs: 200 });
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'timeout' } });
  });

  test('a failing source ends it with its own fault', async () => {
    const { ours } = await pair();
    const failing = { read: () => Promise.reject(new Error('disk')) };
    const sending = send(ours, { source: failing, counter: { bytes: 0 }, codec: null, idleMs: 5_000 });
    await expect(sending).rejects.toThrow('disk');
    expect(ours.destroyed).toBe(true);
  });
});
