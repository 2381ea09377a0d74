import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sessions } from '../../../../src/main/session/session-access.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const SIZE = 200_000;
const ones = Buffer.alloc(SIZE, 1);
const twos = Buffer.alloc(SIZE, 2);

/** Transfers wait behind their first chunk until it is opened. */
const gateOf = (server: FakeServer): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.gate = promise;
  return () => {
    resolve();
    server.gate = Promise.resolve();
  };
};

describe('two downloads to the same file', () => {
  const begun = async () => {
    const server = new FakeServer();
    server.folders.add('/one').add('/two');
    server.put('/one/a', ones);
    server.put('/two/a', twos);
    const folder = await scratchFolder();
    const fixture = startQueue(server.sessions);
    const add = (from: string): number =>
      fixture.queue.addDownloads({ sessionId: 's1', from, to: folder, items: [item('a', 'file', SIZE)] })[0] ?? 0;
    const pauseInTheMiddle = async (id: number): Promise<void> => {
      await fixture.until((rows) => rows.some((row) => row.id === id && row.transferred > 0));
      fixture.queue.pause([id]);
      await fixture.until((rows) => rows.some((row) => row.id === id && row.state === 'paused'));
    };
    return { ...fixture, server, folder, add, pauseInTheMiddle, open: gateOf(server) };
  };

  test('both paused: the first does not go on with what the second left', async () => {
    const { queue, folder, add, pauseInTheMiddle, open, until } = await begun();
    const first = add('/one');
    await pauseInTheMiddle(first);
    await pauseInTheMiddle(add('/two'));
    open();
    queue.resume([first]);
    await until((rows) => rows[0]?.state === 'done');
    expect((await readFile(join(folder, 'a'))).equals(ones)).toBe(true);
  });

  test('the first given up takes nothing away from the second', async () => {
    const { queue, folder, add, pauseInTheMiddle, open, until } = await begun();
    const first = add('/one');
    await pauseInTheMiddle(first);
    const second = add('/two');
    await until((rows) => rows.some((row) => row.id === second && row.transferred > 0));
    queue.cancel([first]);
    open();
    await until((rows) => rows[1]?.state === 'done' || rows[1]?.state === 'failed');
    expect((await readFile(join(folder, 'a'))).equals(twos)).toBe(true);
    expect(await readdir(folder)).toEqual(['a']);
  });
});

test('a paused upload does not go on with what another to the same file left', async () => {
  const server = new FakeServer();
  const [one, two] = [await scratchFolder(), await scratchFolder()];
  await writeFile(join(one, 'a'), ones);
  await writeFile(join(two, 'a'), twos);
  const { queue, until } = startQueue(server.sessions);
  const open = gateOf(server);
  const ids: number[] = [];
  for (const from of [one, two]) {
    const [id = 0] = queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('a')] });
    ids.push(id);
    await until((rows) => rows.some((row) => row.id === id && row.transferred > 0));
    queue.pause([id]);
    await until((rows) => rows.some((row) => row.id === id && row.state === 'paused'));
  }
  open();
  queue.resume([ids[0] ?? 0]);
  await until((rows) => rows[0]?.state === 'done');
  expect(server.files.get('/a')?.content.equals(ones)).toBe(true);
});

test('two sessions of one server do not write to the same file at the same time', async () => {
  const server = new FakeServer();
  const both: Sessions = {
    get: (id) => ({ ...server.session, id, view: () => ({ ...server.session.view(), sessionId: id }) }),
  };
  const [one, two] = [await scratchFolder(), await scratchFolder()];
  await writeFile(join(one, 'a'), ones);
  await writeFile(join(two, 'a'), twos);
  const { queue, until, quiet } = startQueue(both, {
    answer: () => ({ kind: 'conflict', action: 'overwrite', scope: 'file', newName: null }),
  });
  const open = gateOf(server);
  queue.addUploads({ sessionId: 's1', from: one, to: '/', items: [item('a')] });
  queue.addUploads({ sessionId: 's2', from: two, to: '/', items: [item('a')] });
  await until((rows) => rows[0]?.transferred !== 0);
  expect(server.commands.filter((command) => command.startsWith('STOR'))).toHaveLength(1);
  open();
  await quiet();
  expect(server.files.get('/a')?.content.equals(twos)).toBe(true);
});

test('a file that appeared under the final name: the whole one takes another name and is not brought twice', async () => {
  const server = new FakeServer();
  server.put('/a', ones);
  const folder = await scratchFolder();
  const open = gateOf(server);
  const { queue, rows, until, quiet } = startQueue(server.sessions, {
    answer: () => ({ kind: 'conflict', action: 'rename', scope: 'file', newName: null }),
  });
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
  await until((all) => all.some((row) => row.transferred > 0));
  await writeFile(join(folder, 'a'), 'mine');
  open();
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect((await readdir(folder)).sort()).toEqual(['a', 'a (2)']);
  expect((await readFile(join(folder, 'a (2)'))).equals(ones)).toBe(true);
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('mine');
  expect(server.commands.filter((command) => command.startsWith('RETR'))).toHaveLength(1);
});
