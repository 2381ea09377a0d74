import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { bytes, plantTree, treeOf } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import type { ServerScript } from '../server-ftp/script.ts';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';

const serve = async (script: ServerScript): Promise<ServerFtp> => {
  const server = await startServerFtp(script);
  onTestFinished(() => server.close());
  return server;
};

test('a tree goes up and comes down byte for byte, with its times', { timeout: 30_000 }, async () => {
  const there = await scratchFolder();
  const here = await scratchFolder();
  const back = await scratchFolder();
  await mkdir(join(here, 'tree'));
  await plantTree(join(here, 'tree'), 60);
  const server = await serve({ root: there });
  const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
  await queue.addDropped({ sessionId: 's1', paths: [join(here, 'tree')], to: '/' });
  await quiet();
  expect(rows().filter((row) => row.state !== 'done')).toEqual([]);
  const sent = await treeOf(here);
  expect(Object.keys(sent).length).toBeGreaterThan(60);
  expect(await treeOf(there)).toEqual(sent);

  queue.addDownloads({ sessionId: 's1', from: '/', to: back, items: [item('tree', 'directory')] });
  await quiet();
  expect(await treeOf(back)).toEqual(sent);
});

describe('a server that vanishes', () => {
  test('in the middle of a download: it goes on where it was', async () => {
    const server = await serve({
      files: { 'a.bin': bytes(3_000_000) },
      data: { RETR: [{ vanishAfter: 1_000_000 }, { vanishAfter: 500_000 }] },
    });
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', size: 3_000_000, transferred: 3_000_000 }]);
    expect((await readFile(join(folder, 'a.bin'))).equals(bytes(3_000_000))).toBe(true);
    expect(server.commands.filter((command) => command.startsWith('REST')).length).toBeGreaterThan(0);
  });

  test('in the middle of an upload: it goes on where it was', async () => {
    const server = await serve({ data: { STOR: [{ vanishAfter: 1_000_000 }] } });
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.bin'), bytes(3_000_000));
    const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect((await server.content('/a.bin')).equals(bytes(3_000_000))).toBe(true);
  });

  test('for good: nothing stands under the final name', async () => {
    const server = await serve({ files: { 'a.bin': bytes(300_000) }, data: { RETR: { vanishAfter: 0 } } });
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed' }]);
    expect(await readdir(folder)).not.toContain('a.bin');
  });
});

describe('a data connection', () => {
  test('that ends early is never taken for the end of the file', async () => {
    const server = await serve({
      files: { 'a.bin': bytes(300_000) },
      data: { RETR: [{ stopAfter: 100_000 }] },
    });
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect((await readFile(join(folder, 'a.bin'))).equals(bytes(300_000))).toBe(true);
  });

  test('can be paused, resumed and cancelled in the middle', async () => {
    const slow = { chunkBytes: 16_384, chunkPause: 10 };
    const server = await serve({
      files: { 'a.bin': bytes(2_000_000), 'b.bin': bytes(2_000_000) },
      data: { RETR: [slow, slow] },
    });
    const folder = await scratchFolder();
    const { queue, until, quiet, rows } = startQueue(engineSessions(server).sessions);
    const [first, second] = queue.addDownloads({
      sessionId: 's1',
      from: '/',
      to: folder,
      items: [item('a.bin'), item('b.bin')],
    });
    await until((all) => all.every((row) => row.transferred > 0));
    queue.pause([first ?? 0]);
    queue.cancel([second ?? 0]);
    await until((all) => all.every((row) => row.state === 'paused' || row.state === 'cancelled'));
    queue.resume('all');
    await quiet();
    expect(rows().map((row) => row.state)).toEqual(['done', 'cancelled']);
    expect((await readFile(join(folder, 'a.bin'))).equals(bytes(2_000_000))).toBe(true);
    expect(await readdir(folder)).toEqual(['a.bin']);
  });
});

test('a server that has gone silent does not keep the person from pausing', async () => {
  const server = await serve({
    files: { 'a.bin': bytes(2_000_000) },
    data: { RETR: [{ stopAfter: 1_000_000, endWhen: new Promise(() => {}) }] },
  });
  const folder = await scratchFolder();
  const { queue, until, quiet } = startQueue(engineSessions(server).sessions);
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
  await until((all) => all.every((row) => row.transferred === 1_000_000));
  queue.pause('all');
  await until((all) => all.every((row) => row.state === 'paused'));
  queue.resume('all');
  await quiet();
  expect((await readFile(join(folder, 'a.bin'))).equals(bytes(2_000_000))).toBe(true);
});

test('an upload whose 226 never comes is decided by SIZE', async () => {
  const server = await serve({ data: { STOR: [{ completion: { say: '', andThen: 'reset' } }] } });
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a.bin'), bytes(10_000));
  const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a.bin')] });
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect((await server.content('/a.bin')).equals(bytes(10_000))).toBe(true);
  expect(server.commands.filter((command) => command.startsWith('STOR'))).toHaveLength(1);
});

test('a download whose 226 never comes is not called failed when all of it is here, and at most its end is compared', async () => {
  const server = await serve({
    files: { 'a.bin': bytes(10_000) },
    data: { RETR: [{ completion: { say: '', andThen: 'reset' } }] },
  });
  const folder = await scratchFolder();
  const { queue, rows, quiet } = startQueue(engineSessions(server).sessions);
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin', 'file', 10_000)] });
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect((await readFile(join(folder, 'a.bin'))).equals(bytes(10_000))).toBe(true);
  // Less than what is compared before a transfer goes on.
  expect(server.commands.filter((command) => command.startsWith('RETR')).length).toBeLessThan(3);
});

test('421 No transfer timeout in the middle of hundreds of new folders: all of them are made', async () => {
  const folders = Array.from({ length: 300 }, (_, index) => `d${index}`);
  const timeout = {
    say: '421 No transfer timeout (600 seconds): closing control connection.',
    andThen: 'close',
  } as const;
  const server = await serve({ replies: { MKD: [...Array.from({ length: 150 }, () => null), timeout] } });
  const folder = await scratchFolder();
  for (const name of folders) await mkdir(join(folder, 'tree', name), { recursive: true });
  const { queue, quiet } = startQueue(engineSessions(server).sessions, { connections: 1 });
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('tree', 'directory')] });
  await quiet();
  expect(queue.summary().counts).toMatchObject({ failed: 0 });
  const made = (await server.tree.list('/tree')).map(({ name }) => name);
  expect(made.toSorted()).toEqual(folders.toSorted());
});

test('a connection that is lost in the middle of a tree: reading it goes on with the folders that were not read', async () => {
  const folders = Array.from({ length: 60 }, (_, index) => `tree/folder ${index}`);
  const files = Object.fromEntries(folders.map((name) => [`${name}/file.txt`, name]));
  const vanishes = { vanishAfter: 10 };
  const server = await serve({
    files,
    data: { MLSD: [null, ...Array(20).fill(null), vanishes, null, null, vanishes] },
  });
  const folder = await scratchFolder();
  const { queue, quiet, rows } = startQueue(engineSessions(server).sessions);
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('tree', 'directory')] });
  await quiet();
  expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
  for (const name of folders) expect(await readFile(join(folder, name, 'file.txt'), 'utf8')).toBe(name);
  expect(rows().filter(({ kind }) => kind === 'file')).toHaveLength(60);
  // Only what was on its way when a connection was lost is asked for again: up to sixteen folders each time.
  const listed = server.commands.filter((line) => line.startsWith('MLSD'));
  expect(listed.length).toBeGreaterThan(61);
  expect(listed.length).toBeLessThanOrEqual(61 + 2 * 16);
});

test('a quota on the server fails one file and pauses the others', async () => {
  const server = await serve({ diskFull: { after: 1_000, reply: '552' } });
  const folder = await scratchFolder();
  const names = ['a', 'b', 'c', 'd'];
  for (const name of names) await writeFile(join(folder, name), bytes(10_000));
  const { queue, quiet } = startQueue(engineSessions(server).sessions, { connections: 1 });
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: names.map((name) => item(name)) });
  await quiet();
  expect(queue.summary().counts).toMatchObject({ failed: 1, paused: 3 });
});

test('a server that takes two connections gets no failed file', async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, bytes(1_000)]));
  const full = { say: '421 Too many connections', andThen: 'close' } as const;
  const server = await serve({ files, greeting: [null, null, full, full, full, full, full, full, full, full] });
  const folder = await scratchFolder();
  const { sessions } = engineSessions(server);
  const { queue, quiet } = startQueue(sessions, { connections: 10 });
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: Object.keys(files).map((name) => item(name)) });
  await quiet();
  expect(queue.summary().counts).toMatchObject({ done: 20, failed: 0 });
  expect(await readdir(folder)).toHaveLength(20);
});
