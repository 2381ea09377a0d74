import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sampleBytes } from '../conversations/conversation.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { startVsftpd } from './servers/vsftpd.ts';

const MIB = 1024 * 1024;

/** A queue that sends files of so many bytes over four connections to a vsftpd that takes its time. */
const start = async (bytes: number) => {
  const content = sampleBytes(bytes);
  const root = await mkdtemp(join(os.tmpdir(), 'longshore-pieces-'));
  const server = await startVsftpd({ root, mostBytesASecond: 8 * MIB });
  onTestFinished(async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  });
  const folder = await scratchFolder();
  const { sessions, notes } = engineSessions(server);
  const fixture = startQueue(sessions, { segments: 4, connections: 4 });
  const add = async (name: string): Promise<void> => {
    await writeFile(join(folder, name), content);
    fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(name, 'file', content.length)] });
  };
  const arrived = async (name: string): Promise<boolean> => (await readFile(join(root, name))).equals(content);
  return { ...fixture, root, notes, add, arrived };
};

it('an upload in pieces to vsftpd that is paused again and again arrives whole, with nothing taken for another file', async () => {
  const bytes = 48 * MIB;
  const { queue, rows, until, root, notes, add, arrived } = await start(bytes);
  await add('a.bin');
  for (const share of [0.3, 0.5, 0.7]) {
    await until(([row]) => (row?.transferred ?? 0) > share * bytes);
    queue.pause('all');
    await until(([row]) => row?.state === 'paused');
    queue.resume('all');
  }
  await until(([row]) => row?.state === 'done' || row?.state === 'failed');
  expect(rows()).toMatchObject([{ state: 'done', transferred: bytes }]);
  expect(notes.filter((note) => note.includes('sent again'))).toEqual([]);
  expect(await arrived('a.bin')).toBe(true);
  expect((await readdir(root)).filter((name) => name.includes('a.bin'))).toEqual(['a.bin']);
}, 60_000);

it('vsftpd, which locks a file for whoever stores it, gets the next large file in one piece', async () => {
  const { rows, until, quiet, root, notes, add, arrived } = await start(64 * MIB);
  const locked = (): number => notes.filter((note) => note.includes('one connection at a time')).length;
  for (const name of ['a.bin', 'b.bin']) {
    await add(name);
    if (name === 'a.bin') await until(([row]) => row?.connections === 4);
    await quiet();
    expect(locked()).toBe(1);
    expect(await arrived(name)).toBe(true);
  }
  expect(rows()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  expect(notes.filter((note) => note.includes('sent again'))).toEqual([]);
  expect((await readdir(root)).toSorted()).toEqual(['a.bin', 'b.bin']);
}, 90_000);
