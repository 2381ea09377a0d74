import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Sessions } from '../../../../src/main/session/session-access.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer, served } from '../fake-server.ts';
import { leftQueue } from '../left-queue.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

const receivedOf = (server: FakeServer): readonly string[] =>
  server.commands.filter((line) => line.startsWith('RETR')).map((line) => line.slice(5));

describe('what an earlier run of the program left', () => {
  test('goes on in its order and by its priorities, what was under way at its place', async () => {
    const server = served(['a', 'b', 'c', 'd']);
    const to = await scratchFolder();
    const { database, add } = leftQueue(server);
    for (const [name, state, priority] of [
      ['a', 'waiting', 'low'],
      ['b', 'active', 'normal'],
      ['c', 'waiting', 'normal'],
      ['d', 'waiting', 'high'],
    ] as const)
      add({ direction: 'download', localPath: join(to, name), remotePath: `/${name}`, state, priority });
    server.pipelines = false;
    const { queue, quiet, rows } = startQueue(server.sessions, { connections: 1, kept: { database } });
    expect(rows().map(({ name }) => name)).toEqual(['d', 'b', 'c', 'a']);
    queue.sessionConnected('s1');
    await quiet();
    expect(receivedOf(server)).toEqual(['/d', '/b', '/c', '/a']);
  });

  test('keeps the answer for all, and asks again what was being asked', async () => {
    const server = served(['a', 'b']);
    const to = await scratchFolder();
    for (const name of ['a', 'b']) await writeFile(join(to, name), 'here before');
    const { database, add } = leftQueue(server, { remembered: 'overwrite' });
    add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a', state: 'waiting' });
    const other = leftQueue(server, { database });
    other.add({ direction: 'download', localPath: join(to, 'b'), remotePath: '/b', state: 'asking' });
    const { queue, quiet, questions } = startQueue(server.sessions, { kept: { database }, answer: answering('skip') });
    queue.sessionConnected('s1');
    await quiet();
    expect(questions).toHaveLength(1);
    expect(await readFile(join(to, 'a'), 'utf8')).toBe('from the server');
    expect(await readFile(join(to, 'b'), 'utf8')).toBe('here before');
  });

  test('stays paused, finished, failed or waiting for its time', async () => {
    const server = served(['a']);
    const to = await scratchFolder();
    const { database, add } = leftQueue(server);
    const states = ['paused', 'done', 'failed', 'unknown', 'skipped', 'cancelled'] as const;
    for (const state of states) add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a', state });
    const startsMs = Date.now() + 3_600_000;
    add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a', state: 'waiting', startsMs });
    const { rows, queue } = startQueue(server.sessions, { kept: { database } });
    queue.sessionConnected('s1');
    expect(rows().map(({ state }) => state)).toEqual([...states, 'waiting']);
    expect(server.commands).toEqual([]);
  });

  test('has names whose bytes are no characters as they were', async () => {
    const server = new FakeServer();
    server.put('/caf\uDCE9', 'from the server');
    const to = await scratchFolder();
    const { database, add } = leftQueue(server);
    add({ direction: 'download', localPath: join(to, 'café'), remotePath: '/caf\uDCE9' });
    const { queue, quiet } = startQueue(server.sessions, { kept: { database } });
    queue.sessionConnected('s1');
    await quiet();
    expect(await readFile(join(to, 'café'), 'utf8')).toBe('from the server');
  });

  test('goes over the connections of its own account each', async () => {
    const [one, two] = [new FakeServer('s1'), new FakeServer('s2')];
    const to = await scratchFolder();
    for (const server of [one, two]) server.put('/a', `of ${server.session.id}`);
    const { database, add } = leftQueue(one);
    add({ direction: 'download', localPath: join(to, 'one'), remotePath: '/a' });
    leftQueue(two, { database }).add({ direction: 'download', localPath: join(to, 'two'), remotePath: '/a' });
    const sessions: Sessions = { get: (id) => one.sessions.get(id) ?? two.sessions.get(id) };
    const { queue, quiet } = startQueue(sessions, { kept: { database } });
    for (const id of ['s1', 's2']) queue.sessionConnected(id);
    await quiet();
    expect(await readFile(join(to, 'one'), 'utf8')).toBe('of s1');
    expect(await readFile(join(to, 'two'), 'utf8')).toBe('of s2');
  });

  test('waits until it is resumed where the person wants that, and is connected to then', async () => {
    const server = served(['a']);
    const to = await scratchFolder();
    const { database, add } = leftQueue(server);
    add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a' });
    const opened: string[] = [];
    let connected = false;
    const { queue, quiet, rows } = startQueue(
      { get: (id) => (connected ? server.sessions.get(id) : undefined) },
      {
        kept: {
          database,
          goesOnAtStart: () => false,
          transferSessions: {
            open: async ({ settings }) => {
              opened.push(settings.host);
              await nextTurn();
              connected = true;
              queue.sessionConnected('s1');
            },
            close: () => {},
          },
        },
      },
    );
    await expect.poll(() => rows().map(({ state }) => state)).toEqual(['waiting']);
    // Browsing the site is no word about its transfers.
    connected = true;
    queue.sessionConnected('s1');
    // Nor is the end of a sleep.
    queue.interrupt();
    queue.goOn();
    await nextTurn();
    expect(rows()).toMatchObject([{ state: 'waiting', waitsFor: 'request' }]);
    connected = false;
    expect([server.commands, opened]).toEqual([[], []]);
    expect(rows()).toMatchObject([{ state: 'waiting' }]);
    queue.resume('all');
    await quiet();
    expect(opened).toEqual(['s1.example.org']);
    expect(rows()).toMatchObject([{ state: 'done' }]);
  });
});

test('what failed in an earlier run is tried again when asked, and nothing of another account', async () => {
  const [one, two] = [new FakeServer('s1'), new FakeServer('s2')];
  const to = await scratchFolder();
  for (const server of [one, two]) server.put('/a', `of ${server.session.id}`);
  const { database, add } = leftQueue(one);
  add({ direction: 'download', localPath: join(to, 'one'), remotePath: '/a', state: 'failed' });
  leftQueue(two, { database }).add({ direction: 'download', localPath: join(to, 'two'), remotePath: '/a' });
  const sessions: Sessions = { get: (id) => one.sessions.get(id) ?? two.sessions.get(id) };
  const { queue, rows } = startQueue(sessions, { kept: { database, goesOnAtStart: () => false } });
  await expect.poll(() => rows().map(({ state }) => state)).toEqual(['failed', 'waiting']);
  for (const id of ['s1', 's2']) queue.sessionConnected(id);
  queue.retry('all');
  await expect
    .poll(() => rows().map(({ state, waitsFor }) => [state, waitsFor]))
    .toEqual([
      ['done', null],
      ['waiting', 'request'],
    ]);
  expect(two.commands).toEqual([]);
});

test('an account of which a single row is left is connected to at the start', async () => {
  const server = served(['a']);
  const to = await scratchFolder();
  const { database, add } = leftQueue(server);
  add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a' });
  let connected = false;
  const open = async (): Promise<void> => {
    await nextTurn();
    connected = true;
    queue.sessionConnected('s1');
  };
  const { queue, quiet } = startQueue(
    { get: (id) => (connected ? server.sessions.get(id) : undefined) },
    { kept: { database, transferSessions: { open, close: () => {} } } },
  );
  await quiet();
  expect(await readFile(join(to, 'a'), 'utf8')).toBe('from the server');
});

describe('a folder that was being read', () => {
  test('is read again, and what was found already is not there twice', async () => {
    const server = new FakeServer();
    for (const folder of ['/t', '/t/read', '/t/half']) server.folders.add(folder);
    for (const path of ['/t/read/a', '/t/half/b', '/t/half/c', '/t/half/d']) server.put(path, path);
    const to = await scratchFolder();
    await mkdir(join(to, 't/half'), { recursive: true });
    const { database, add } = leftQueue(server);
    const root = add({
      direction: 'download',
      kind: 'folder',
      localPath: join(to, 't'),
      remotePath: '/t',
      pending: [{ localPath: join(to, 't/half'), remotePath: '/t/half' }],
    });
    const found = (name: string, state: 'waiting' | 'active' | 'done'): void => {
      add({ direction: 'download', localPath: join(to, 't', name), remotePath: `/t/${name}`, root, state });
    };
    await mkdir(join(to, 't/read'));
    found('read/a', 'waiting');
    found('half/b', 'done');
    await writeFile(join(to, 't/half/b'), '/t/half/b');
    found('half/c', 'active');
    const { queue, quiet, rows, questions } = startQueue(server.sessions, { kept: { database } });
    queue.sessionConnected('s1');
    await quiet();
    expect(questions).toEqual([]);
    expect(rows().map(({ name, state }) => `${name} ${state}`)).toEqual([
      't done',
      'a done',
      'b done',
      'c done',
      'd done',
    ]);
    expect((await readdir(to, { recursive: true })).filter((name) => !name.startsWith('.')).length).toBe(7);
  });

  test('of which nothing was kept as read has all that was found', async () => {
    const server = new FakeServer();
    server.folders.add('/t');
    for (const path of ['/t/a', '/t/b']) server.put(path, path);
    const to = await scratchFolder();
    await mkdir(join(to, 't'));
    const { database, add } = leftQueue(server);
    const root = add({ direction: 'download', kind: 'folder', localPath: join(to, 't'), remotePath: '/t' });
    add({ direction: 'download', localPath: join(to, 't/a'), remotePath: '/t/a', root, state: 'done' });
    await writeFile(join(to, 't/a'), '/t/a');
    const { queue, quiet, rows, questions } = startQueue(server.sessions, { kept: { database } });
    queue.sessionConnected('s1');
    await quiet();
    expect(questions).toEqual([]);
    expect(rows().map(({ name, state }) => `${name} ${state}`)).toEqual(['t done', 'a done', 'b done']);
  });
});

test('where not all of it can be read that is told, and what is added now goes on', async () => {
  const server = served(['a', 'b']);
  const to = await scratchFolder();
  const { database, add } = leftQueue(server);
  add({ direction: 'download', localPath: join(to, 'a'), remotePath: '/a' });
  database.exec("UPDATE transfer SET rest = '{'");
  const broken: unknown[] = [];
  const { queue } = startQueue(server.sessions, { kept: { database, onBroken: (error) => broken.push(error) } });
  queue.addDownloads({ sessionId: 's1', from: '/', to, items: [item('b', 'file', 15)] });
  await expect.poll(() => queue.summary().counts.done).toBe(1);
  expect(broken).toHaveLength(1);
  expect(await readdir(to)).toEqual(['b']);
});
