import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import type { ServerScript } from '../server-ftp/script.ts';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';
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
  const add = (name = 'a.bin'): void => {
    fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(name, 'file', content.length)] });
  };
  return { ...fixture, notes, add };
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
    const { add, until, quiet, rows } = await start(server);
    add();
    await until(([row]) => row?.connections === 4);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await server.content('/a.bin')).equals(content)).toBe(true);
    expect(await names(server)).toEqual(['a.bin']);
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

describe('a server that', () => {
  test('was found to store at any place is asked only once', async () => {
    const server = await serve({ keepsBehind: true });
    const { add, quiet, rows, notes } = await start(server);
    add();
    await quiet();
    const proofs = commands(server, 'RETR').length;
    add('b.bin');
    await quiet();
    expect(rows().map(({ state }) => state)).toEqual(['done', 'done']);
    expect(proofs).toBe(3);
    expect(commands(server, 'RETR').length).toBe(proofs);
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
