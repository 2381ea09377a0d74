import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer, served } from '../fake-server.ts';
import { answering, item, startQueue } from '../queue-fixture.ts';

const COMPOSED = 'caf\u00E9.txt';
const DECOMPOSED = 'cafe\u0301.txt';
const LIKE_MACOS = { case: true, composition: true };

const contents = async (folder: string): Promise<Record<string, string>> => {
  const names = (await readdir(folder)).sort();
  const files = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(files));
};

const two = (one: string, other: string): FakeServer => {
  const server = new FakeServer();
  server.put(`/${one}`, 'first');
  server.put(`/${other}`, 'second');
  return server;
};

describe('two files of the server that are one name on this disk', () => {
  test.each([
    ['names that differ only by case', 'README', 'readme'],
    ['complaint 22: names that differ only by NFC and NFD', COMPOSED, DECOMPOSED],
  ])('%s: the second asks, and is not overwritten silently', async (_, one, other) => {
    const server = two(one, other);
    const folder = await scratchFolder();
    const { queue, questions, quiet } = startQueue(server.sessions, {
      answer: answering('rename'),
      folding: LIKE_MACOS,
      connections: 1,
    });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item(one), item(other)] });
    await quiet();
    expect(questions).toMatchObject([{ name: other, otherName: one, canResume: false }]);
    expect(Object.values(await contents(folder)).sort()).toEqual(['first', 'second']);
  });

  test('an answer to overwrite for all says nothing of a file with another name', async () => {
    const server = two('README', 'readme');
    server.put('/a', 'new');
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'old');
    const { queue, questions, quiet } = startQueue(server.sessions, {
      answer: ({ otherName }) => answering(otherName === null ? 'overwrite' : 'skip', true)(),
      folding: LIKE_MACOS,
      connections: 1,
    });
    queue.addDownloads({
      sessionId: 's1',
      from: '/',
      to: folder,
      items: ['a', 'README', 'readme'].map((n) => item(n)),
    });
    await quiet();
    expect(questions.map(({ otherName }) => otherName)).toEqual([null, 'README']);
    expect(await contents(folder)).toEqual({ a: 'new', README: 'first' });
  });

  test('on a disk that keeps them apart nobody is asked', async () => {
    const server = two(COMPOSED, DECOMPOSED);
    const folder = await scratchFolder();
    const { queue, questions, quiet } = startQueue(server.sessions, { folding: { case: false, composition: false } });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item(COMPOSED), item(DECOMPOSED)] });
    await quiet();
    expect(questions).toEqual([]);
    expect(await contents(folder)).toEqual({ [COMPOSED]: 'first', [DECOMPOSED]: 'second' });
  });

  test('folders that differ only by case are two folders here', async () => {
    const server = new FakeServer();
    for (const path of ['/top', '/top/Docs', '/top/docs']) server.folders.add(path);
    server.put('/top/Docs/a', 'first');
    server.put('/top/docs/a', 'second');
    const folder = await scratchFolder();
    const { queue, questions, quiet } = startQueue(server.sessions, { folding: LIKE_MACOS });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('top', 'directory')] });
    await quiet();
    expect(questions).toEqual([]);
    const made = (await readdir(join(folder, 'top'))).sort();
    expect(made).toEqual(['Docs', 'docs (2)']);
    expect(await readFile(join(folder, 'top', 'Docs', 'a'), 'utf8')).toBe('first');
    expect(await readFile(join(folder, 'top', 'docs (2)', 'a'), 'utf8')).toBe('second');
  });
});

describe('complaint 22: accented names from a Mac', () => {
  const sending = async (): Promise<string> => {
    const folder = await scratchFolder();
    await writeFile(join(folder, DECOMPOSED), 'mine');
    return folder;
  };

  test('an upload recognises the file that the server has under the composed name', async () => {
    const server = served([COMPOSED]);
    const folder = await sending();
    const { queue, questions, quiet } = startQueue(server.sessions, { answer: answering('overwrite') });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(DECOMPOSED)] });
    await quiet();
    expect(questions).toHaveLength(1);
    expect([...server.files.keys()]).toEqual([`/${COMPOSED}`]);
    expect(server.text(`/${COMPOSED}`)).toBe('mine');
  });

  test('a folder goes into the one that is there, not beside it', async () => {
    const server = new FakeServer();
    server.folders.add('/caf\u00E9');
    const folder = await scratchFolder();
    await mkdir(join(folder, 'cafe\u0301'));
    await writeFile(join(folder, 'cafe\u0301', 'a'), 'mine');
    const { queue, quiet } = startQueue(server.sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('cafe\u0301', 'directory')] });
    await quiet();
    expect([...server.folders]).toEqual(['/', '/caf\u00E9']);
    expect([...server.files.keys()]).toEqual(['/caf\u00E9/a']);
  });

  test('one that the server does not have goes up as it is', async () => {
    const server = new FakeServer();
    const folder = await sending();
    const { queue, quiet } = startQueue(server.sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(DECOMPOSED)] });
    await quiet();
    expect([...server.files.keys()]).toEqual([`/${DECOMPOSED}`]);
  });
});
