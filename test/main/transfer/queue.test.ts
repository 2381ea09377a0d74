import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import type { ConflictAction } from '#shared/model/transfer.ts';
import { scratchFolder } from '../local/scratch-folder.ts';
import { FakeServer, lostConnection } from './fake-server.ts';
import { item, startQueue } from './queue-fixture.ts';

const answering =
  (action: ConflictAction, applyToAll = false, newName: string | null = null) =>
  () =>
    ({ kind: 'conflict', action, applyToAll, newName }) as const;

const served = (names: readonly string[], content = 'from the server') => {
  const server = new FakeServer();
  for (const name of names) server.put(`/${name}`, content);
  return server;
};

const gated = (server: FakeServer): (() => void) => {
  let open = (): void => {};
  server.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
};

describe('a conflict', () => {
  const conflicting = async (names: readonly string[]) => {
    const folder = await scratchFolder();
    for (const name of names) await writeFile(join(folder, name), 'mine');
    return folder;
  };

  test.each([
    ['overwrite', { 'a.txt': 'from the server' }],
    ['skip', { 'a.txt': 'mine' }],
    ['rename', { 'a.txt': 'mine', 'a (2).txt': 'from the server' }],
  ] as const)('answered with %s', async (action, expected) => {
    const server = served(['a.txt']);
    const folder = await conflicting(['a.txt']);
    const { queue, questions, quiet } = startQueue(server.sessions, { answer: answering(action) });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.txt', 'file', 15)] });
    await quiet();
    expect(questions).toMatchObject([{ freeName: 'a (2).txt', canResume: true, target: { size: 4 } }]);
    const found = await Promise.all(
      (await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('answered with resume goes on where the file here ends', async () => {
    const server = served(['a.txt'], 'mine and more');
    const folder = await conflicting(['a.txt']);
    const { queue, rows, quiet } = startQueue(server.sessions, { answer: answering('resume') });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.txt', 'file', 13)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: 13 }]);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('mine and more');
  });

  test('answered for an upload with resume goes on where the file there ends', async () => {
    const server = served(['a.txt'], 'mine');
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.txt'), 'mine and more');
    const { queue, quiet } = startQueue(server.sessions, { answer: answering('resume') });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a.txt', 'file', 13)] });
    await quiet();
    expect(server.text('/a.txt')).toBe('mine and more');
  });

  test('answered for all is asked once, and each renamed file finds a free name', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const server = served(names);
    const folder = await conflicting(names);
    const { queue, questions, quiet } = startQueue(server.sessions, { answer: answering('rename', true) });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: names.map((name) => item(name)) });
    await quiet();
    expect(questions).toHaveLength(1);
    expect(questions[0]?.othersWaiting).toBe(4);
    expect((await readdir(folder)).sort()).toEqual([...names, ...names.map((name) => `${name} (2)`)].sort());
  });

  test('answered with a name of its own takes that name', async () => {
    const server = served(['a']);
    const folder = await conflicting(['a']);
    const { queue, quiet } = startQueue(server.sessions, { answer: answering('rename', false, 'new name') });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await quiet();
    expect((await readdir(folder)).sort()).toEqual(['a', 'new name']);
  });

  test('answered with a name that would leave the folder creates nothing', async () => {
    const server = served(['a']);
    const folder = await conflicting(['a']);
    const { queue, rows, quiet } = startQueue(server.sessions, { answer: answering('rename', false, '../evil') });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'unsafe-name' } }]);
  });

  test('that is dismissed leaves the file as it is, and a retry asks again', async () => {
    const server = served(['a']);
    const folder = await conflicting(['a']);
    const { queue, rows, questions, quiet } = startQueue(server.sessions);
    const ids = queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'skipped', fault: { reason: 'declined' } }]);
    queue.retry(ids);
    await quiet();
    expect(questions).toHaveLength(2);
  });

  test('lets the others go on while it is asked', async () => {
    const server = served(['a', 'b', 'c']);
    const folder = await conflicting(['a']);
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { queue, rows, until, quiet } = startQueue(server.sessions, {
      connections: 1,
      answer: async () => {
        await answered;
        return answering('overwrite')();
      },
    });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: ['a', 'b', 'c'].map((name) => item(name)) });
    await until((all) => all.filter((row) => row.state === 'done').length === 2);
    expect(rows()[0]?.state).toBe('asking');
    answer();
    await quiet();
    expect(queue.summary().counts.done).toBe(3);
  });
});

describe('pause, resume, cancel', () => {
  test('a paused transfer keeps its part and goes on with it', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    const open = gated(server);
    const { queue, rows, until, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a', 'file', 200_000)] });
    await until((all) => all.some((row) => row.transferred > 0));
    queue.pause('all');
    await until((all) => all.every((row) => row.state === 'paused'));
    expect(await readdir(folder)).toEqual(['.a.longshore-part']);
    expect(rows()[0]).toMatchObject({ fault: null, transferred: 65_536 });
    open();
    queue.resume('all');
    await quiet();
    expect((await readFile(join(folder, 'a'))).length).toBe(200_000);
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('a cancelled download leaves nothing here, a cancelled upload nothing there', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    await writeFile(join(folder, 'b'), 'y'.repeat(200_000));
    gated(server);
    const { queue, until } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('b')] });
    await until((all) => all.every((row) => row.transferred > 0));
    queue.cancel('all');
    await until((all) => all.every((row) => row.state === 'cancelled'));
    await queue.stop();
    expect(await readdir(folder)).toEqual(['b']);
    expect([...server.files.keys()]).toEqual(['/a']);
  });

  test('a question is withdrawn when its transfer is cancelled', async () => {
    const server = served(['a']);
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'mine');
    const { queue, until } = startQueue(server.sessions, { answer: () => new Promise(() => {}) });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await until((all) => all.some((row) => row.state === 'asking'));
    queue.cancel('all');
    await until((all) => all.every((row) => row.state === 'cancelled'));
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('mine');
  });

  test('stop ends what is under way and removes its part file', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    gated(server);
    const { queue, until } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await until((all) => all.some((row) => row.transferred > 0));
    await queue.stop();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('connections', () => {
  const many = Array.from({ length: 12 }, (_, index) => `f${index}`);
  const downloadMany = async (server: FakeServer, connections: number) => {
    const folder = await scratchFolder();
    const fixture = startQueue(server.sessions, { connections });
    fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: many.map((name) => item(name)) });
    return { folder, ...fixture };
  };

  test('are as many as preferred and not more', async () => {
    const server = served(many);
    const open = gated(server);
    const { until, queue, quiet } = await downloadMany(server, 3);
    await until((all) => all.filter((row) => row.transferred > 0).length === 3);
    expect(queue.summary().counts.active).toBe(3);
    open();
    await quiet();
    expect(server.leases).toBe(3);
    expect(queue.summary().counts.done).toBe(12);
  });

  test('are fewer where the server allows fewer, and no file fails', async () => {
    const server = served(many);
    server.leaseFault = (standing) =>
      standing >= 2
        ? new FaultError({ kind: 'reply', stage: 'logging-in', command: 'USER', code: 530, text: 'too many' })
        : null;
    const { queue, quiet } = await downloadMany(server, 10);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: 12, failed: 0 });
    expect(server.notes.length).toBeGreaterThan(0);
  });

  test('are that for browsing where the server allows no other', async () => {
    const server = served(many);
    server.leaseFault = () =>
      new FaultError({
        kind: 'control-connection',
        stage: 'greeting',
        cause: 'service-closing',
        host: 'fake',
        port: 21,
        detail: '421',
      });
    const { queue, quiet } = await downloadMany(server, 3);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: 12, failed: 0 });
  });

  test('that cannot be had any more fail one transfer and pause the others', async () => {
    const server = served(many);
    server.leaseFault = () => lostConnection('logging-in');
    const { queue, quiet } = await downloadMany(server, 1);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ failed: 1, paused: 11 });
  });

  test('of a session that was closed leave its transfers waiting until it is connected again', async () => {
    const server = served(many);
    server.connected = false;
    const { queue, rows, until, quiet } = await downloadMany(server, 2);
    await until((all) => all.every((row) => row.state === 'waiting'));
    expect(rows()[0]?.fault).toBeNull();
    server.connected = true;
    queue.sessionConnected('s1');
    await quiet();
    expect(queue.summary().counts.done).toBe(12);
  });
});

describe('the list', () => {
  test('is summed up, read in slices and cleared', async () => {
    const server = served(['a', 'b', 'c']);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    const items = ['a', 'b', 'c', 'missing'].map((name) => item(name, 'file', 15));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    const summary = queue.summary();
    expect(summary).toMatchObject({ count: 4, totalBytes: 60, transferredBytes: 45, rate: 0, remainingMs: null });
    expect(summary.counts).toMatchObject({ done: 3, failed: 1 });
    expect(queue.read(1, 2).rows.map((row) => row.name)).toEqual(['b', 'c']);
    expect(queue.read(0, 1)).toMatchObject({ total: 4, version: summary.version });
    queue.clear('all');
    expect(queue.read(0, 10).rows).toMatchObject([{ name: 'missing', state: 'failed' }]);
    queue.clear([4]);
    expect(queue.summary()).toMatchObject({ count: 0, totalBytes: 0, transferredBytes: 0 });
  });

  test('tells of changed folders at once and joins what follows', async () => {
    const server = served(['a', 'b', 'c', 'd', 'e', 'f']);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    const told: unknown[] = [];
    queue.onFolderChanged((place) => told.push(place));
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => item(name));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    expect(told).toContainEqual({ sessionId: null, path: folder });
    expect(told.length).toBeLessThan(6);
  });

  test('refuses a session nobody knows', () => {
    const { queue } = startQueue(new FakeServer().sessions);
    expect(() => queue.addUploads({ sessionId: 'x', from: '/', to: '/', items: [item('a')] })).toThrow(FaultError);
  });
});
