import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { gated, served } from '../fake-server.ts';
import { bytes } from '../planted-tree.ts';
import { item, startQueue } from '../queue-fixture.ts';

describe('a machine that sleeps', () => {
  test('has its transfers stop where they are, none of them failed, and go on there afterwards', async () => {
    const content = bytes(500_000);
    const server = served(['a', 'b'], content);
    // More than is compared before they go on.
    server.chunk = 200_000;
    const open = gated(server);
    const folder = await scratchFolder();
    const { queue, rows, until, quiet } = startQueue(server.sessions, { connections: 2 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a'), item('b')] });
    await until((all) => all.every((row) => row.transferred > 0));
    queue.interrupt();
    await until((all) => all.every((row) => row.state === 'waiting'));
    expect(rows()).toMatchObject([
      { tries: 0, fault: null },
      { tries: 0, fault: null },
    ]);
    // What is added meanwhile is not begun either.
    server.put('/c', 'later');
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('c')] });
    expect(queue.summary().counts).toMatchObject({ waiting: 3, active: 0 });
    open();
    queue.goOn();
    await quiet();
    expect(queue.summary().counts.done).toBe(3);
    expect((await readFile(join(folder, 'a'))).equals(content)).toBe(true);
    expect(server.commands.filter((command) => command.startsWith('REST'))).toHaveLength(2);
  });
});

describe('a transfer that is to begin at a time', () => {
  test('lets those behind it pass, shows what it waits for, and begins then', async () => {
    const server = served(['a', 'b']);
    const open = gated(server);
    const folder = await scratchFolder();
    const { queue, rows, until, quiet } = startQueue(server.sessions, { connections: 1 });
    const ids = queue.addDownloads({
      sessionId: 's1',
      from: '/',
      to: folder,
      items: [item('b'), item('a'), item('b')],
    });
    await until((all) => all.some((row) => row.transferred > 0));
    const startsMs = Date.now() + 400;
    queue.schedule([ids[1] ?? 0], startsMs);
    open();
    await until((all) => all[2]?.state !== 'waiting');
    expect(rows()[1]).toMatchObject({ state: 'waiting', waitsFor: 'time', startsMs });
    await quiet();
    expect(Date.now()).toBeGreaterThanOrEqual(startsMs);
    expect(rows().map((row) => row.state)).toEqual(['done', 'done', expect.any(String)]);
  });

  test('is put back where it is under way, and begins at once when the time is taken back', async () => {
    const server = served(['a'], bytes(500_000));
    const open = gated(server);
    const folder = await scratchFolder();
    const { queue, rows, until, quiet } = startQueue(server.sessions, { connections: 1 });
    const ids = queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await until((all) => all.every((row) => row.transferred > 0));
    queue.schedule(ids, Date.now() + 3_600_000);
    await until((all) => all.every((row) => row.state === 'waiting'));
    expect(rows()).toMatchObject([{ waitsFor: 'time', fault: null }]);
    open();
    queue.schedule(ids, null);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', startsMs: null }]);
  });
});
