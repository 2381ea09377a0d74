import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import type { Sessions } from '../../src/main/session/session-access.ts';
import { sampleBytes } from '../conversations/conversation.ts';
import { seeded } from '../conversations/seeded.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { lostConnection } from '../main/transfer/fake-faults.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const content = sampleBytes(20 * 1024 * 1024 + 12_345);

/** Has connections break after so many bytes of a piece as `after` says; null: this piece comes to its end. */
const breaking = (sessions: Sessions, after: () => number | null): Sessions => ({
  get: (id) => {
    const session = sessions.get(id);
    if (session === undefined) return undefined;
    const lease = async (signal: AbortSignal): Promise<UserFtp> => {
      const connection = await session.lease(signal);
      const retrieve: UserFtp['retrieve'] = async (path, sink, options) => {
        const limit = after();
        let bytes = 0;
        const write = (chunk: Uint8Array): Promise<void> => {
          bytes += chunk.length;
          if (limit !== null && bytes > limit) connection.destroy();
          return sink.write(chunk);
        };
        try {
          return await connection.retrieve(path, { write }, options);
        } catch (thrown) {
          throw limit === null ? thrown : lostConnection('after-preliminary-reply');
        }
      };
      return Object.create(connection, { retrieve: { value: retrieve } });
    };
    return Object.create(session, { lease: { value: lease } });
  },
});

onEveryServer('a file over four connections', (server, known) => {
  it('arrives whole, each byte counted once', async () => {
    await writeFile(join(server().root, 'a.bin'), content);
    const { home } = await connectTo(server());
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(engineSessions(server()).sessions, { segments: 4, connections: 4 });
    queue.addDownloads({ sessionId: 's1', from: home, to: folder, items: [item('a.bin', 'file', content.length)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await readFile(join(folder, 'a.bin'))).equals(content)).toBe(true);
  }, 60_000);

  // Pure-FTPd takes a while for each login.
  it.each(known.name === 'Pure-FTPd' ? [1, 2] : [1, 2, 3, 4, 5, 6])(
    'goes on with what is missing, wherever pieces break: seed %i',
    async (seed) => {
      const random = seeded(seed);
      await writeFile(join(server().root, 'a.bin'), content);
      const { home } = await connectTo(server());
      const folder = await scratchFolder();
      let breaks = 12;
      const after = (): number | null => {
        if (breaks === 0 || random.below(10) < 3) return null;
        breaks -= 1;
        return random.below(4_000_000);
      };
      const { queue, rows, quiet } = startQueue(breaking(engineSessions(server()).sessions, after), {
        segments: 4,
        connections: 4,
        retryPauses: Array.from({ length: 20 }, () => 0),
      });
      queue.addDownloads({ sessionId: 's1', from: home, to: folder, items: [item('a.bin', 'file', content.length)] });
      await quiet();
      expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
      expect((await readFile(join(folder, 'a.bin'))).equals(content)).toBe(true);
      expect(await readdir(folder)).toEqual(['a.bin']);
    },
    60_000,
  );
});
