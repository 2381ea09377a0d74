import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const content = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));

const downloading = async (server: FakeServer, size: number | null) => {
  const folder = await scratchFolder();
  const fixture = startQueue(server.sessions, { retryPauses: [] });
  fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a', 'file', size)] });
  return { ...fixture, folder };
};

describe('a file that', () => {
  test('grew while it came is what it was when it was read', async () => {
    const server = new FakeServer();
    server.put('/a', content);
    server.trouble = (verb) => {
      if (verb === 'SIZE') server.put('/a', Buffer.concat([content, content]));
      return null;
    };
    const { rows, quiet, folder } = await downloading(server, 900);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', size: 1_000 }]);
    expect((await readFile(join(folder, 'a'))).equals(content)).toBe(true);
  });

  test('ended early is not put in place, also where the server knows no SIZE', async () => {
    const server = new FakeServer();
    server.knowsSize = false;
    server.put('/a', content);
    const lease = server.session.lease.bind(server.session);
    Object.assign(server.session, {
      lease: async (signal: AbortSignal) => ({
        ...(await lease(signal)),
        retrieve: async (
          _path: string,
          sink: { write: (bytes: Uint8Array) => Promise<void> },
          options: { counter: { bytes: number } },
        ) => {
          await sink.write(content.subarray(0, 400));
          options.counter.bytes = 400;
          return { bytes: 400, completion: { code: 226, lines: ['done'] }, suspect: [] };
        },
      }),
    });
    const { rows, quiet, folder } = await downloading(server, 1_000);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'protocol', reason: 'size-mismatch' } }]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a part file that somebody put another file in place of is not what is put in place', async () => {
  const server = new FakeServer();
  server.put('/a', content);
  const { promise, resolve: open } = Promise.withResolvers<void>();
  server.gate = promise;
  const { rows, until, quiet, folder } = await downloading(server, 1_000);
  await until((all) => all.some((row) => row.state === 'active' && row.transferred > 0));
  await writeFile(join(folder, 'other'), 'x'.repeat(1_000));
  await rename(join(folder, 'other'), join(folder, '.a.longshore-part'));
  open();
  await quiet();
  expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'local-file', cause: 'changed-meanwhile' } }]);
  expect(await readdir(folder)).not.toContain('a');
});
