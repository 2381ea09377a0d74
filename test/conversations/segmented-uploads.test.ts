import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/main/store/database.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import type { ServerScript } from '../server-ftp/script.ts';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
import { NO_STRUCTURE } from '../server-ftp/structures/stored-file.ts';
import { sampleBytes } from './conversation.ts';

const MIB = 1024 * 1024;
const content = sampleBytes(20 * MIB);
/** So slow that all connections are at work at the same time. */
const slow = { chunkPause: 1 };
const combining = { features: ['COMB', 'SIZE', 'REST STREAM'] };

const serve = async (script: ServerScript): Promise<ServerFtp> => {
  const server = await startServerFtp(script);
  onTestFinished(() => server.close());
  return server;
};

const start = async (server: ServerFtp, options: Parameters<typeof startQueue>[1] = {}) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a.bin'), content);
  await writeFile(join(folder, 'b.bin'), content);
  const { sessions, notes } = engineSessions(server);
  const fixture = startQueue(sessions, { segments: 4, connections: 4, ...options });
  const add = (name = 'a.bin', size = content.length): void => {
    fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(name, 'file', size)] });
  };
  return { ...fixture, notes, add, file: join(folder, 'a.bin') };
};

const names = async (server: ServerFtp): Promise<readonly string[]> => {
  const { sessions } = engineSessions(server);
  const found: string[] = [];
  const session = sessions.get('s1');
  const browser = await session?.browser();
  await browser?.list('/', { signal: null, onEntries: (entries) => found.push(...entries.map(({ name }) => name)) });
  return found;
};

const commands = (server: ServerFtp, verb: string): readonly string[] =>
  server.commands.filter((line) => line.startsWith(`${verb} `));

describe.each([
  ['that stores at any place of a file', { keepsBehind: true }],
  ['that joins files by COMB', combining],
])('a server %s', (_, script) => {
  test('gets one file over four connections', { timeout: 30_000 }, async () => {
    const server = await serve({ ...script, data: { STOR: slow } });
    const { add, until, quiet, rows, notes } = await start(server);
    add();
    await until(([row]) => row?.connections === 4);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
    expect(notes.filter((note) => note.includes('one piece'))).toEqual([]);
  });

  test('where connections break, what they left is sent over others', async () => {
    const vanishing = { ...slow, vanishAfter: 2 * MIB };
    const server = await serve({
      ...script,
      data: { STOR: [null, null, null, slow, vanishing, slow, vanishing, null] },
    });
    const { add, quiet, rows } = await start(server, { retryPauses: [20, 20, 20, 20] });
    add();
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
  });

  test('cancelled, keeps nothing of it', async () => {
    const server = await serve({ ...script, data: { STOR: { chunkPause: 20 } } });
    const { queue, add, until } = await start(server);
    add();
    await until(([row]) => (row?.transferred ?? 0) > MIB);
    queue.cancel('all');
    await until(([row]) => row?.state === 'cancelled');
    await expect.poll(() => names(server)).toEqual([]);
  });
});

/** Every connection takes so long for its piece that all are broken in the middle of it. */
const brokenInTheMiddle = {
  keepsBehind: true,
  data: { STOR: [null, null, null, ...Array(4).fill({ chunkPause: 20 })] },
};

const stored = (server: ServerFtp, since = 0): number =>
  server.data
    .slice(since)
    .filter(({ command }) => command.startsWith('STOR'))
    .reduce((sum, { bytes }) => sum + bytes, 0);

const pausedInTheMiddle = async (server: ServerFtp, fixture: Awaited<ReturnType<typeof start>>): Promise<void> => {
  fixture.add();
  await fixture.until(([row]) => row?.connections === 4);
  // What was sent is not there yet: buffers hold as much as half a piece.
  await expect.poll(() => stored(server)).toBeGreaterThan(12 * MIB);
  fixture.queue.pause('all');
  await fixture.until(([row]) => row?.state === 'paused');
};

describe('an upload in pieces that was paused', () => {
  test('goes on in each of them about where it was', async () => {
    const server = await serve(brokenInTheMiddle);
    const fixture = await start(server);
    await pausedInTheMiddle(server, fixture);
    const before = server.data.length;
    fixture.queue.resume('all');
    await fixture.quiet();
    expect(fixture.rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(stored(server, before)).toBeLessThan(content.length - 4 * MIB);
    expect(await names(server)).toEqual(['a.bin']);
  });

  test('goes on so in the next run of the program', async () => {
    const server = await serve(brokenInTheMiddle);
    const kept = { database: openDatabase(':memory:') };
    const fixture = await start(server, { kept });
    await pausedInTheMiddle(server, fixture);
    await fixture.queue.stop();
    const before = server.data.length;
    const { sessions } = engineSessions(server);
    const next = startQueue(sessions, { segments: 4, connections: 4, kept });
    next.queue.sessionConnected('s1');
    next.queue.resume('all');
    await next.until(([row]) => row?.state === 'done');
    expect(next.rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(stored(server, before)).toBeLessThan(content.length - 4 * MIB);
    expect(await names(server)).toEqual(['a.bin']);
  });

  test('is sent anew where what was stored has become something else', async () => {
    const server = await serve(brokenInTheMiddle);
    const fixture = await start(server);
    await pausedInTheMiddle(server, fixture);
    const spoilt = await server.tree.write('/.a.bin.longshore-part', 0, 'kept');
    await spoilt.write(Buffer.alloc(content.length));
    await spoilt.close(NO_STRUCTURE);
    fixture.queue.resume('all');
    await fixture.quiet();
    expect(fixture.rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
  });

  test('is sent anew where the file has changed here', async () => {
    const server = await serve(brokenInTheMiddle);
    const fixture = await start(server);
    await pausedInTheMiddle(server, fixture);
    const other = sampleBytes(content.length + 1);
    await writeFile(fixture.file, other);
    fixture.queue.resume('all');
    await fixture.quiet();
    expect((await server.content('/a.bin')).equals(other)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
  });
});

test('a very large file gets further connections unasked, for as long as they make it faster', {
  timeout: 60_000,
}, async () => {
  const server = await serve({
    keepsBehind: true,
    data: { STOR: [null, null, null, ...Array(20).fill({ chunkPause: 4 })] },
  });
  const { add, until, quiet, rows, file } = await start(server, { segmentsGrow: true });
  const large = sampleBytes(160 * MIB);
  await writeFile(file, large);
  add('a.bin', large.length);
  await until(([row]) => (row?.connections ?? 0) > 1);
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done', transferred: large.length }]);
  expect((await server.content('/a.bin')).equals(large)).toBe(true);
});

test('a server that breaks down over a part with a hole in it gets the file in one piece in the next try', async () => {
  const server = await serve({ keepsBehind: true, data: { STOR: [null, { vanishAfter: 1 }, null] } });
  const { add, quiet, rows, file } = await start(server, { segmentsGrow: true });
  const large = sampleBytes(128 * MIB);
  await writeFile(file, large);
  add('a.bin', large.length);
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done', transferred: large.length }]);
  expect((await server.content('/a.bin')).equals(large)).toBe(true);
  expect(commands(server, 'REST')).toEqual([`REST ${large.length - 1}`]);
  expect(await names(server)).toEqual(['a.bin']);
});

test('a file that is not that large goes over one, and nothing is asked of the server', async () => {
  const server = await serve({ keepsBehind: true });
  const { add, quiet, rows } = await start(server, { segmentsGrow: true });
  add();
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect(commands(server, 'STOR')).toHaveLength(1);
  expect(commands(server, 'REST')).toEqual([]);
});

describe('a server that', () => {
  test('was found to store at any place is asked only once', async () => {
    const server = await serve({ keepsBehind: true });
    const { add, quiet, rows, notes } = await start(server);
    add();
    await quiet();
    // The second byte is stored and read back; and a piece begins there.
    const atSecond = (): number => server.commands.filter((line) => line === 'REST 1').length;
    expect(atSecond()).toBe(3);
    add('b.bin');
    await quiet();
    expect(rows().map(({ state }) => state)).toEqual(['done', 'done']);
    expect(atSecond()).toBe(4);
    expect(notes.filter((note) => note.includes('any place')).length).toBe(1);
  });

  test('cuts off what is behind gets the file in one piece, and is not tried again', async () => {
    const server = await serve({});
    const { add, quiet, rows } = await start(server);
    add();
    await quiet();
    const tried = commands(server, 'REST').length;
    add('b.bin');
    await quiet();
    expect(rows().map(({ state }) => state)).toEqual(['done', 'done']);
    for (const name of ['/a.bin', '/b.bin']) expect((await server.content(name)).equals(content)).toBe(true);
    expect(commands(server, 'REST').length).toBe(tried);
    expect(await names(server)).toEqual(['a.bin', 'b.bin']);
  });

  test('locks a file for whoever stores it gets no more pieces than there are, and the next file in one', {
    timeout: 30_000,
  }, async () => {
    const slowly = { chunkPause: 30 };
    const server = await serve({
      keepsBehind: true,
      locksFiles: true,
      data: { STOR: [null, null, null, slowly, null] },
    });
    const { add, quiet, rows, notes, file } = await start(server);
    const large = sampleBytes(64 * MIB);
    await writeFile(file, large);
    add('a.bin', large.length);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: large.length }]);
    expect((await server.content('/a.bin')).equals(large)).toBe(true);
    // Three of them find out that it stores at any place.
    expect(commands(server, 'STOR')).toHaveLength(3 + 4);
    expect(notes.filter((note) => note.includes('one connection at a time'))).toHaveLength(1);
    add('b.bin');
    await quiet();
    expect(rows().map(({ state }) => state)).toEqual(['done', 'done']);
    expect(commands(server, 'STOR')).toHaveLength(3 + 4 + 1);
    expect(await names(server)).toEqual(['a.bin', 'b.bin']);
  });

  test.each([
    ['refuses COMB after all', '550 no'],
    ['says that it has joined the pieces and has not', { say: '250 as you like it', act: false }],
  ])('%s gets the file in one piece, and the pieces are removed', async (_, reply) => {
    const server = await serve({ ...combining, replies: { COMB: reply } });
    const { add, quiet, rows } = await start(server);
    add();
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
  });
});
