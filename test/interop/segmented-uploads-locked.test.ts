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
const content = sampleBytes(64 * MIB);

it('vsftpd, which locks a file for whoever stores it, gets the next large file in one piece', async () => {
  const root = await mkdtemp(join(os.tmpdir(), 'longshore-locked-'));
  const server = await startVsftpd({ root, mostBytesASecond: 8 * MIB });
  onTestFinished(async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  });
  const folder = await scratchFolder();
  const { sessions, notes } = engineSessions(server);
  const { queue, rows, until, quiet } = startQueue(sessions, { segments: 4, connections: 4 });
  const locked = (): number => notes.filter((note) => note.includes('one connection at a time')).length;
  for (const name of ['a.bin', 'b.bin']) {
    await writeFile(join(folder, name), content);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(name, 'file', content.length)] });
    if (name === 'a.bin') await until(([row]) => row?.connections === 4);
    await quiet();
    expect(locked()).toBe(1);
    expect((await readFile(join(root, name))).equals(content)).toBe(true);
  }
  expect(rows()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  expect(notes.filter((note) => note.includes('sent again'))).toEqual([]);
  expect((await readdir(root)).toSorted()).toEqual(['a.bin', 'b.bin']);
}, 90_000);
