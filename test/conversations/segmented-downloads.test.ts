import { open, readdir, readFile, stat } from 'node:fs/promises';
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
const slow = { chunkBytes: 256 * 1024, chunkPause: 4 };

const serve = async (script: ServerScript): Promise<ServerFtp> => {
  const server = await startServerFtp({ files: { 'a.bin': content, 'b.bin': 'small' }, ...script });
  onTestFinished(() => server.close());
  return server;
};

const start = async (server: ServerFtp, options: Parameters<typeof startQueue>[1] = {}) => {
  const folder = await scratchFolder();
  const { sessions, notes } = engineSessions(server);
  const fixture = startQueue(sessions, { segments: 4, connections: 4, ...options });
  const add = (...names: readonly string[]): void => {
    const items = names.map((name) => item(name, 'file', name === 'a.bin' ? content.length : 5));
    fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
  };
  return { ...fixture, notes, folder, add, arrived: () => readFile(join(folder, 'a.bin')) };
};

const restarts = (commands: readonly string[]): readonly number[] =>
  commands
    .filter((line) => line.startsWith('REST '))
    .map((line) => Number(line.slice(5)))
    .toSorted((one, other) => one - other);

describe('one file over four connections', () => {
  test('in four pieces, each byte fetched once', async () => {
    const server = await serve({ data: { RETR: slow } });
    const { add, until, quiet, rows, arrived, folder } = await start(server);
    add('a.bin');
    await until(([row]) => row?.connections === 4);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', size: content.length, transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
    // What the first has before the others are there is not divided.
    const places = restarts(server.commands);
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(new Set(places).size).toBe(places.length);
    expect(places[0]).toBeGreaterThanOrEqual(5 * MIB);
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  test('where one of them breaks, the others go on with what it left', async () => {
    const server = await serve({ data: { RETR: [slow, { ...slow, vanishAfter: 2 * MIB }, null] } });
    const { add, quiet, rows, arrived } = await start(server);
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length, tries: 0 }]);
    expect((await arrived()).equals(content)).toBe(true);
  });

  test('where the row’s own connection is lost, those that came to help finish it', async () => {
    const server = await serve({ data: { RETR: [{ ...slow, vanishAfter: MIB }, slow, slow, slow, null] } });
    const { add, quiet, rows, arrived } = await start(server);
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
  });

  test('where all are lost, the next try fetches only what is missing', async () => {
    const server = await serve({
      data: { RETR: [0, 1, 2, 3].map(() => ({ ...slow, vanishAfter: 3 * MIB })) },
      mostConnections: 4,
    });
    const { add, quiet, rows, arrived } = await start(server, { retryPauses: [50, 50, 50] });
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
    const fetched = server.data.filter(({ command }) => command.startsWith('RETR')).map(({ bytes }) => bytes);
    expect(fetched.slice(0, 4)).toEqual([3 * MIB, 3 * MIB, 3 * MIB, 3 * MIB]);
  });

  test('paused and resumed, it goes on with the pieces that are here', async () => {
    const server = await serve({ data: { RETR: [0, 1, 2, 3].map(() => ({ ...slow, chunkPause: 20 })) } });
    const { queue, add, until, quiet, rows, arrived } = await start(server);
    add('a.bin');
    await until(([row]) => (row?.transferred ?? 0) > 8 * MIB);
    queue.pause('all');
    await until(([row]) => row?.state === 'paused');
    const before = server.commands.length;
    queue.resume('all');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
    const begun = [0, ...restarts(server.commands.slice(0, before))];
    const again = restarts(server.commands.slice(before));
    expect(again.length).toBe(server.commands.slice(before).filter((line) => line.startsWith('RETR')).length);
    for (const place of begun) expect(again).not.toContain(place);
  });

  test('paused, and a piece of it spoilt meanwhile as by a crash, all of it comes again', async () => {
    const server = await serve({ data: { RETR: [0, 1, 2, 3].map(() => ({ ...slow, chunkPause: 20 })) } });
    const { queue, add, until, quiet, rows, arrived, folder } = await start(server);
    add('a.bin');
    await until(([row]) => (row?.transferred ?? 0) > 4 * MIB);
    queue.pause('all');
    await until(([row]) => row?.state === 'paused');
    const part = join(folder, '.a.bin.longshore-part');
    const { size } = await stat(part);
    const handle = await open(part, 'r+');
    await handle.write(Buffer.alloc(512), 0, 512, size - 512);
    await handle.close();
    queue.resume('all');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
  });

  test('cancelled, nothing of it is left', async () => {
    const server = await serve({ data: { RETR: { ...slow, chunkPause: 20 } } });
    const { queue, add, until, folder } = await start(server);
    add('a.bin');
    await until(([row]) => row?.connections === 4);
    queue.cancel('all');
    await until(([row]) => row?.state === 'cancelled');
    await expect.poll(() => readdir(folder)).toEqual([]);
  });
});

describe('a server', () => {
  test('that does not go on in the middle sends the file in one piece', async () => {
    const server = await serve({ replies: { REST: '502 no REST' }, data: { RETR: slow } });
    const { add, quiet, rows, arrived } = await start(server);
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
  });

  test('that lets nobody have more than one connection sends the file over that', async () => {
    const server = await serve({ mostConnections: 1, data: { RETR: slow } });
    const { add, quiet, rows, arrived } = await start(server);
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
  });

  test('that shows another file on other connections sends it over the first', async () => {
    const server = await serve({
      replies: { MDTM: ['213 20260101000000', '213 20260101000000', '213 20260102000000'] },
      data: { RETR: slow },
    });
    const { add, quiet, rows, arrived, notes } = await start(server);
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
    expect(notes.join()).toContain('another file');
  });

  test('whose file changed while it came in pieces sends it anew, in one', async () => {
    const server = await serve({ data: { RETR: slow }, replies: { SIZE: [null, null, null, '213 1', null] } });
    const { add, quiet, rows, arrived } = await start(server, { segments: 4 });
    add('a.bin');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await arrived()).equals(content)).toBe(true);
    expect(server.commands.filter((line) => line.startsWith('RETR')).at(-1)).toBe('RETR /a.bin');
  });
});

test('rows that wait have the connections, and the large file those that are left', async () => {
  const server = await serve({ data: { 'RETR /a.bin': slow } });
  const { add, quiet, rows, arrived } = await start(server);
  add('a.bin', 'b.bin', 'b.bin', 'b.bin');
  await quiet();
  expect(rows().map(({ state }) => state)).not.toContain('failed');
  expect((await arrived()).equals(content)).toBe(true);
});
