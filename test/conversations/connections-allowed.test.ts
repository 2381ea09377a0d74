import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import { createSession, type SessionServices } from '../../src/main/session/session.ts';
import { settingsOf } from '../fixtures/sessions.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { fakeServices } from '../main/session/fake-services.ts';
import { bytes } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { type ServerFtp, startServerFtp } from '../server-ftp/server-ftp.ts';

/** "Too many connections from this IP", and the address is locked out for having tried: what a queue for ten meets. */

const NAMES = Array.from({ length: 10 }, (_, index) => `file ${index}.bin`);
const CONTENT = bytes(600_000);
/** Slow enough for all connections that there are to be at work at once. */
const SLOWLY = { chunkBytes: 100_000, chunkPause: 5 };

const serve = async (mostConnections: number): Promise<ServerFtp> => {
  const files = Object.fromEntries(NAMES.map((name) => [name, CONTENT]));
  const server = await startServerFtp({ files, mostConnections, data: { RETR: SLOWLY } });
  onTestFinished(() => server.close());
  return server;
};

const connectTo = async ({ host, port, user, password }: ServerFtp, services: SessionServices, sessionId = 's1') => {
  const settings = settingsOf({ host, port, user, security: 'none' });
  const session = createSession(services, { sessionId, title: 'server', settings, password, siteId: null });
  onTestFinished(() => session.close());
  await session.browser();
  return session;
};

const learnedOf = ({ learnedServers }: SessionServices, { host, port }: ServerFtp) =>
  learnedServers.recall(host, port).map(({ fact, value, evidence }) => [fact, value, ...evidence]);

test.each([2, 3, 6])(
  'a server that allows %i, given a queue for ten: no failed file, the limit learned, few attempts that were refused',
  async (allowed) => {
    const server = await serve(allowed);
    const services = fakeServices(connectUserFtp);
    const session = await connectTo(server, services);
    const [folder, sent] = [await scratchFolder(), await scratchFolder()];
    for (const name of NAMES) await writeFile(join(sent, name), CONTENT);
    const { queue, rows, quiet } = startQueue({ get: () => session }, { connections: 10 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: NAMES.map((name) => item(name)) });
    await quiet();
    const items = NAMES.map((name) => ({ ...item(name, 'file', CONTENT.length), as: `up ${name}` }));
    queue.addUploads({ sessionId: 's1', from: sent, to: '/', items });
    await quiet();

    expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
    for (const name of NAMES) {
      expect((await readFile(join(folder, name))).equals(CONTENT)).toBe(true);
      expect((await server.content(`/up ${name}`)).equals(CONTENT)).toBe(true);
    }
    expect(learnedOf(services, server)).toEqual([
      ['mostConnections', allowed, 'a further connection', '421 Too many connections from this IP'],
    ]);
    // Attempts are never more at once than connections that stand, of which there are `allowed` at most.
    expect(server.connections.length - allowed).toBeLessThanOrEqual(allowed);
    // One is left for browsing, while files go over the others.
    const carrying = server.connections.filter(({ commands }) => commands.some((line) => line.startsWith('RETR')));
    expect(carrying).toHaveLength(allowed - 1);
  },
);

test('a second session of the program knows, and does not try', async () => {
  const server = await serve(3);
  const services = fakeServices(connectUserFtp);
  const [first, second] = [await connectTo(server, services), await connectTo(server, services, 's2')];
  const folder = await scratchFolder();
  const get = (id: string) => (id === 's1' ? first : second);
  const { queue, rows, quiet } = startQueue({ get }, { connections: 10 });
  for (const sessionId of ['s1', 's2']) {
    const items = NAMES.map((name) => ({ ...item(name), as: `${sessionId} ${name}` }));
    queue.addDownloads({ sessionId, from: '/', to: folder, items });
  }
  await quiet();
  expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
  // Both browse, and one connection is left for the files of both; the other session's go over the one it browses with.
  expect(learnedOf(services, server)[0]?.slice(0, 2)).toEqual(['mostConnections', 3]);
  expect(server.connections.length).toBeLessThanOrEqual(3 + 3);
});
