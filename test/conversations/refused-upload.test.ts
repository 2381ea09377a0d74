import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { bytes } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import type { Answers } from '../server-ftp/script.ts';
import { startServerFtp } from '../server-ftp/server-ftp.ts';

/** Sends `a.bin` over the one that is there, to a server that takes its time to refuse: data is on its way by then. */
const sending = async (replies: Readonly<Record<string, Answers>>) => {
  const server = await startServerFtp({ files: { 'a.bin': 'old' }, replies });
  onTestFinished(() => server.close());
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a.bin'), bytes(300_000));
  const fixture = startQueue(engineSessions(server).sessions, {
    answer: () => ({ kind: 'conflict', action: 'overwrite', scope: 'file', newName: null }),
  });
  fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a.bin')] });
  await fixture.quiet();
  return { ...fixture, server };
};

const PART_REFUSED = { 'STOR /.a.bin.longshore-part': { say: '553 no such names', delay: 200 } };

test('a refused part name is given up for the final one, although data was on its way', async () => {
  const { server, rows } = await sending(PART_REFUSED);
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect((await server.content('/a.bin')).equals(bytes(300_000))).toBe(true);
});

test('a file that a refused upload never touched is not removed with what it left', async () => {
  const { server, rows, queue } = await sending({ ...PART_REFUSED, 'STOR /a.bin': { say: '550 no', delay: 200 } });
  expect(rows()).toMatchObject([{ state: 'failed', fault: { code: 550 } }]);
  await queue.stop();
  expect(server.commands.filter((line) => line.startsWith('DELE'))).toEqual([]);
  expect((await server.content('/a.bin')).toString()).toBe('old');
});
