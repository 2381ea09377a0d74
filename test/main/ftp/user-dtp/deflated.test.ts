import { randomBytes } from 'node:crypto';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { deflating, inflating } from '../../../../src/main/ftp/user-dtp/deflated.ts';
import { createReceiver } from '../../../../src/main/ftp/user-dtp/receiver.ts';
import { send } from '../../../../src/main/ftp/user-dtp/sender.ts';
import { pair, sourceOf } from './loopback.ts';

const TEXT = Buffer.from('a line of text that comes again and again\n'.repeat(20_000));
const ALL = { conversion: null, onCheckpoint: () => {}, pace: null, idleMs: 5_000 };

const receive = async (write: (socket: Awaited<ReturnType<typeof pair>>['theirs']) => void): Promise<Buffer> => {
  const { ours, theirs } = await pair();
  const chunks: Buffer[] = [];
  const sink = {
    async write(chunk: Uint8Array) {
      chunks.push(Buffer.from(chunk));
    },
  };
  const done = createReceiver({ ...ALL, sink, counter: { bytes: 0 } }).run(inflating(ours, null), false, () => true);
  write(theirs);
  await done;
  return Buffer.concat(chunks);
};

describe('received', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', TEXT],
    ['random bytes', randomBytes(1_000_000)],
  ])('%s', async (_, content) => {
    expect((await receive((socket) => socket.end(deflateSync(content)))).equals(content)).toBe(true);
  });

  test('a stream that came with the end of the connection at once, or byte by byte', async () => {
    const bytes = deflateSync(Buffer.from('hello'));
    const slowly = await receive((socket) => {
      for (const byte of bytes) socket.write(Uint8Array.of(byte));
      socket.end();
    });
    expect(slowly.toString()).toBe('hello');
  });

  test.each([
    ['cut short', deflateSync(TEXT).subarray(0, -5), 'no-end-of-file'],
    ['empty', Buffer.alloc(0), 'no-end-of-file'],
    ['no zlib stream', Buffer.from('hello, I am plain text'), 'malformed-data'],
    ['damaged', Buffer.concat([deflateSync(TEXT).subarray(0, -4), Buffer.alloc(4)]), 'malformed-data'],
    ['followed by more', Buffer.concat([deflateSync(TEXT), Buffer.from('x')]), 'malformed-data'],
  ])('%s', async (_, bytes, reason) => {
    await expect(receive((socket) => socket.end(bytes))).rejects.toMatchObject({ fault: { kind: 'protocol', reason } });
  });

  test('bytes behind the stream are a fault in a later packet too', async () => {
    const { ours, theirs } = await pair();
    const connection = inflating(ours, null);
    const sink = {
      async write() {
        theirs.end('x');
      },
    };
    const done = createReceiver({ ...ALL, sink, counter: { bytes: 0 } }).run(connection, false, () => true);
    theirs.write(deflateSync(Buffer.from('hello')));
    await expect(done).rejects.toMatchObject({ fault: { kind: 'protocol', reason: 'malformed-data' } });
  });

  test('a reset in the middle is the fault of the connection', async () => {
    const receiving = receive((socket) =>
      socket.write(deflateSync(TEXT).subarray(0, 50), () => socket.resetAndDestroy()),
    );
    await expect(receiving).rejects.toMatchObject({ fault: { kind: 'data-connection' } });
  });

  test('little that becomes very much waits for the sink, and fills no memory', async () => {
    const { ours, theirs } = await pair();
    const first = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let taken = 0;
    const sink = {
      async write(chunk: Uint8Array) {
        taken += chunk.length;
        first.resolve();
        await go.promise;
      },
    };
    const connection = inflating(ours, null);
    const done = createReceiver({ ...ALL, sink, counter: { bytes: 0 } }).run(connection, false, () => true);
    theirs.end(deflateSync(Buffer.alloc(16 * 1024 * 1024)));
    await first.promise;
    // However long it is given, no more than its few buffers is made of what has come.
    for (let turns = 0; turns < 200; turns += 1) await new Promise(setImmediate);
    expect(taken + connection.readableLength).toBeLessThan(4 * 1024 * 1024);
    go.resolve();
    await done;
    expect(taken).toBe(16 * 1024 * 1024);
  });
});

const sentBytes = async (content: Uint8Array): Promise<{ wire: Buffer; counted: number }> => {
  const { ours, theirs } = await pair();
  const chunks: Buffer[] = [];
  theirs.on('data', (bytes) => chunks.push(bytes));
  const ended = new Promise((resolve) => theirs.once('end', resolve));
  const counter = { bytes: 0 };
  await send(deflating(ours, null), { source: sourceOf(content), counter, codec: null, pace: null, idleMs: 5_000 });
  await ended;
  return { wire: Buffer.concat(chunks), counted: counter.bytes };
};

describe('sent', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('x')],
    ['text', TEXT],
    ['random bytes', randomBytes(1_000_000)],
    ['zeros', Buffer.alloc(1_000_000)],
  ])('%s, as one zlib stream, counted as bytes of the file', async (_, content) => {
    const { wire, counted } = await sentBytes(content);
    expect(inflateSync(wire).equals(content)).toBe(true);
    expect(counted).toBe(content.length);
  });

  test('is smaller than the file', async () => {
    expect((await sentBytes(TEXT)).wire.length).toBeLessThan(TEXT.length / 4);
  });

  test('no 16 KiB of it stand for more than 128 KiB: ProFTPD would lose the rest', async () => {
    // What is dense lies at the ends of pieces, too.
    const half = Buffer.concat([randomBytes(8_000), Buffer.alloc(200_000), randomBytes(100), Buffer.alloc(400_000)]);
    const { wire } = await sentBytes(Buffer.concat([half, half]));
    const step = 2048;
    const becomes: number[] = [];
    for (let end = 0; end <= wire.length; end += step)
      becomes.push(inflateSync(wire.subarray(0, end), { finishFlush: constants.Z_SYNC_FLUSH }).length);
    const windows = becomes.map((length, at) => length - (becomes[at - (16 * 1024) / step] ?? 0));
    expect(Math.max(...windows)).toBeLessThanOrEqual(128 * 1024);
    // Without the care taken one window would stand for all 200,000 zeros.
    expect(deflateSync(Buffer.alloc(200_000)).length).toBeLessThan(step);
  });

  test('a server that closes before all is sent is the fault', async () => {
    const { ours, theirs } = await pair();
    const endless = { read: async (into: Uint8Array) => into.length };
    theirs.once('data', () => theirs.end());
    const sending = send(deflating(ours, null), {
      source: endless,
      counter: { bytes: 0 },
      codec: null,
      pace: null,
      idleMs: 5_000,
    });
    await expect(sending).rejects.toMatchObject({ fault: { kind: 'data-connection', cause: 'closed' } });
    expect(ours.destroyed).toBe(false);
  });
});
