import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { replyFault } from '../fake-faults.ts';
import { FakeServer, served } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

describe('a download that failed for its name', () => {
  test('comes under another one, and keeps its name on the server', async () => {
    const server = served(['a']);
    const to = await scratchFolder();
    await mkdir(join(to, 'a'));
    const { queue, rows, quiet } = startQueue(server.sessions);
    const [id = 0] = queue.addDownloads({ sessionId: 's1', from: '/', to, items: [item('a')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { cause: 'is-a-directory' } }]);
    await queue.retryUnderName(id, 'b');
    await quiet();
    expect(rows()).toMatchObject([
      { state: 'done', name: 'b', localPath: join(to, 'b'), remotePath: '/a', fault: null },
    ]);
    expect(await readFile(join(to, 'b'), 'utf8')).toBe('from the server');
    expect((await readdir(to)).sort()).toEqual(['a', 'b']);
  });

  test('that was refused because it would lead elsewhere comes into the folder it was for', async () => {
    const server = new FakeServer();
    server.put('/../up', 'from the server');
    const to = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    const [id = 0] = queue.addDownloads({ sessionId: 's1', from: '/', to, items: [item('../up')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'unsafe-name' } }]);
    await queue.retryUnderName(id, 'up');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', localPath: join(to, 'up') }]);
  });

  test.each(['../b', '', '..'])('stays failed as it was under a name that is none: %j', async (name) => {
    const server = served(['a']);
    const to = await scratchFolder();
    await mkdir(join(to, 'a'));
    const { queue, rows, quiet } = startQueue(server.sessions);
    const [id = 0] = queue.addDownloads({ sessionId: 's1', from: '/', to, items: [item('a')] });
    await quiet();
    await expect(queue.retryUnderName(id, name)).rejects.toMatchObject({ fault: { kind: 'refused-here' } });
    expect(rows()).toMatchObject([{ state: 'failed', localPath: join(to, 'a') }]);
  });
});

test('an upload whose name the server refuses goes under another one', async () => {
  const server = new FakeServer();
  server.trouble = (verb, path) =>
    verb === 'STOR' && path.includes('a:b') ? { fault: replyFault('STOR', 553, 'transfer-command') } : null;
  const from = await scratchFolder();
  await writeFile(join(from, 'a:b'), 'from here');
  const { queue, rows, quiet } = startQueue(server.sessions);
  const [id = 0] = queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('a:b')] });
  await quiet();
  expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'reply', code: 553 } }]);
  await queue.retryUnderName(id, 'a-b');
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done', remotePath: '/a-b', localPath: join(from, 'a:b') }]);
  expect(server.text('/a-b')).toBe('from here');
});

test('an upload that left something on the server waits for a connection with its other name', async () => {
  const server = new FakeServer();
  server.trouble = (verb) =>
    verb === 'STOR' ? { after: 4, fault: replyFault('STOR', 550, 'after-preliminary-reply') } : null;
  const from = await scratchFolder();
  await writeFile(join(from, 'a'), 'from here');
  const { queue, rows, quiet } = startQueue(server.sessions);
  const [id = 0] = queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('a')] });
  await quiet();
  expect(rows()).toMatchObject([{ state: 'failed' }]);
  expect(server.files.size).toBe(1);
  server.connected = false;
  await expect(queue.retryUnderName(id, 'b')).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
  expect(rows()).toMatchObject([{ state: 'failed', name: 'a', remotePath: '/a' }]);
  server.connected = true;
  server.trouble = () => null;
  await queue.retryUnderName(id, 'b');
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done', remotePath: '/b' }]);
  expect([...server.files.keys()]).toEqual(['/b']);
});

test('nothing is done to what has not failed', async () => {
  const server = served(['a']);
  const to = await scratchFolder();
  const { queue, rows, quiet } = startQueue(server.sessions);
  const [id = 0] = queue.addDownloads({ sessionId: 's1', from: '/', to, items: [item('a')] });
  await quiet();
  await queue.retryUnderName(id, 'b');
  await queue.retryUnderName(id + 1, 'b');
  expect(rows()).toMatchObject([{ state: 'done', localPath: join(to, 'a') }]);
});
