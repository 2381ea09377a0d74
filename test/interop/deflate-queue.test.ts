import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo } from './connecting.ts';
import { onEveryServer } from './scenario.ts';
import type { RealServer } from './servers/real-server.ts';

const DEFLATE = { ...DEFAULT_TRANSFER_CHOICE, mode: 'Z' } as const;

/** A queue on the server, and the commands it sends. */
const queueOn = (server: RealServer) => {
  const commands: string[] = [];
  const observer = { command: (line: string) => commands.push(line), reply: () => {}, note: () => {} };
  return { commands, ...startQueue(engineSessions(server, { observer }).sessions) };
};

onEveryServer(
  'MODE Z through the queue',
  (server) => {
    it('a download that was stopped in the middle begins anew', async () => {
      const content = randomBytes(48 * 1024 * 1024);
      await writeFile(join(server().root, 'down.bin'), content);
      const { home } = await connectTo(server());
      const folder = await scratchFolder();
      const { commands, queue, until, quiet, rows } = queueOn(server());
      queue.addDownloads({ sessionId: 's1', from: home, to: folder, items: [item('down.bin')], transfer: DEFLATE });
      await until((all) => all.every(({ transferred }) => transferred > 0));
      queue.pause('all');
      await until((all) => all.every(({ state }) => state === 'paused'));
      queue.resume('all');
      await quiet();
      expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
      expect((await readFile(join(folder, 'down.bin'))).equals(content)).toBe(true);
      expect(await readdir(folder)).toEqual(['down.bin']);
      expect(commands.filter((line) => line.startsWith('RETR'))).toHaveLength(2);
      expect(commands.filter((line) => /^REST [1-9]/.test(line))).toEqual([]);
    });

    it('an upload that was stopped in the middle begins anew', async () => {
      // ProFTPD takes 80 KiB a second of it.
      const content = randomBytes(200_000);
      const { home } = await connectTo(server());
      const folder = await scratchFolder();
      await writeFile(join(folder, 'up.bin'), content);
      const { commands, queue, until, quiet, rows } = queueOn(server());
      queue.addUploads({ sessionId: 's1', from: folder, to: home, items: [item('up.bin')], transfer: DEFLATE });
      await until((all) => all.every(({ transferred }) => transferred > 0));
      queue.pause('all');
      await until((all) => all.every(({ state }) => state === 'paused'));
      queue.resume('all');
      await quiet();
      expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
      expect((await readFile(join(server().root, 'up.bin'))).equals(content)).toBe(true);
      expect((await readdir(server().root)).filter((name) => name.includes('longshore'))).toEqual([]);
      expect(commands.filter((line) => line.startsWith('STOR'))).toHaveLength(2);
      expect(commands.filter((line) => /^REST [1-9]/.test(line))).toEqual([]);
    });
  },
  { which: ({ name }) => name === 'ProFTPD' },
);
