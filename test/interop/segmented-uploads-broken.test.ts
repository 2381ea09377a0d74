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
const content = sampleBytes(48 * MIB);

it('an upload in pieces to vsftpd that is paused again and again arrives whole, with nothing taken for another file', async () => {
  const root = await mkdtemp(join(os.tmpdir(), 'longshore-pieces-'));
  const server = await startVsftpd({ root, mostBytesASecond: 8 * MIB });
  onTestFinished(async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  });
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a.bin'), content);
  const { sessions, notes } = engineSessions(server);
  const { queue, rows, until } = startQueue(sessions, { segments: 4, connections: 4 });
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a.bin', 'file', content.length)] });
  for (const share of [0.3, 0.5, 0.7]) {
    await until(([row]) => (row?.transferred ?? 0) > share * content.length);
    queue.pause('all');
    await until(([row]) => row?.state === 'paused');
    queue.resume('all');
  }
  await until(([row]) => row?.state === 'done' || row?.state === 'failed');
  expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
  expect(notes.filter((note) => note.includes('sent again'))).toEqual([]);
  expect((await readFile(join(root, 'a.bin'))).equals(content)).toBe(true);
  expect((await readdir(root)).filter((name) => name.includes('a.bin'))).toEqual(['a.bin']);
}, 60_000);
