import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { served } from '../fake-server.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

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
