import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer, gated } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const FOLDERS = ['top', 'top/a', 'top/a/deep', 'top/a/deep/deeper', 'top/b', 'top/c'];

/** A tree with a file in each folder. */
const planted = async (): Promise<string> => {
  const folder = await scratchFolder();
  for (const path of FOLDERS) {
    await mkdir(join(folder, path));
    await writeFile(join(folder, path, 'file'), path);
  }
  return folder;
};

const uploadTop = async (server: FakeServer) => {
  const from = await planted();
  const fixture = startQueue(server.sessions, { connections: 1, retryPauses: [0] });
  fixture.queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('top', 'directory')] });
  return fixture;
};

const sent = (server: FakeServer, verb: string): readonly string[] =>
  server.commands.filter((command) => command.startsWith(`${verb} `)).map((command) => command.slice(verb.length + 1));

test('the folders of a tree are made without waiting for one before the next, each behind the one it is in', async () => {
  const server = new FakeServer();
  const open = gated(server);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const { promise: allAsked, resolve: asked } = Promise.withResolvers<void>();
  const { lease } = server.session;
  Object.assign(server.session, {
    lease: async (signal: AbortSignal) => {
      const connection = await lease(signal);
      const { makeDirectory } = connection;
      return Object.assign(connection, {
        makeDirectory: async (path: string) => {
          const made = makeDirectory(path);
          if (sent(server, 'MKD').length === FOLDERS.length) asked();
          await answered;
          return await made;
        },
      });
    },
  });
  const { rows, quiet } = await uploadTop(server);
  await allAsked;
  const paths = sent(server, 'MKD');
  expect([...paths].sort()).toEqual(FOLDERS.map((path) => `/${path}`));
  for (const path of FOLDERS) {
    const above = path.slice(0, path.lastIndexOf('/'));
    if (above.includes('top')) expect(paths.indexOf(`/${above}`)).toBeLessThan(paths.indexOf(`/${path}`));
  }
  answer();
  open();
  await quiet();
  expect(rows().filter((row) => row.state !== 'done')).toEqual([]);
  for (const path of FOLDERS) expect(server.text(`/${path}/file`)).toBe(path);
});

test('one that is refused fails with all that is in it, once, and the others are made', async () => {
  const server = new FakeServer();
  server.trouble = (verb, path) =>
    verb === 'MKD' && path.startsWith('/top/a') ? { fault: replyFault('MKD', 553) } : null;
  const { rows, quiet } = await uploadTop(server);
  await quiet();
  const failed = rows().filter((row) => row.state !== 'done');
  expect(failed).toMatchObject([{ state: 'failed', kind: 'folder', remotePath: '/top/a', fault: { code: 553 } }]);
  expect(['/top/file', '/top/b/file', '/top/c/file'].map((path) => server.text(path))).toEqual([
    'top',
    'top/b',
    'top/c',
  ]);
  expect(rows()).toHaveLength(5);
});

test('one that cannot be read here is not made there', async () => {
  const server = new FakeServer();
  const from = await planted();
  const { rows, quiet, queue } = startQueue(server.sessions);
  queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('none', 'directory')] });
  await quiet();
  expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'local-file', cause: 'not-found' } }]);
  expect(sent(server, 'MKD')).toEqual([]);
});

test('a connection lost among them adds nothing twice', async () => {
  const server = new FakeServer();
  let broken = false;
  server.trouble = (verb, path) => {
    if (verb !== 'MKD' || path !== '/top/a/deep' || broken) return null;
    broken = true;
    return { fault: lostConnection('preparing') };
  };
  const { rows, quiet } = await uploadTop(server);
  await quiet();
  expect(rows().filter((row) => row.state !== 'done')).toEqual([]);
  expect(
    rows()
      .map((row) => row.remotePath)
      .sort(),
  ).toEqual(['/top', ...FOLDERS.map((path) => `/${path}/file`)].sort());
});
