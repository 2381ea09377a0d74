import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { gated, served } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

describe('pause, resume, cancel', () => {
  test('a paused transfer keeps its part and goes on with it', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    const open = gated(server);
    const { queue, rows, until, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a', 'file', 200_000)] });
    await until((all) => all.some((row) => row.transferred > 0));
    queue.pause('all');
    await until((all) => all.every((row) => row.state === 'paused'));
    expect(await readdir(folder)).toEqual(['.a.longshore-part']);
    expect(rows()[0]).toMatchObject({ fault: null, transferred: 65_536 });
    open();
    queue.resume('all');
    await quiet();
    expect((await readFile(join(folder, 'a'))).length).toBe(200_000);
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('a cancelled download leaves nothing here, a cancelled upload nothing there', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    await writeFile(join(folder, 'b'), 'y'.repeat(200_000));
    gated(server);
    const { queue, until } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('b')] });
    await until((all) => all.every((row) => row.transferred > 0));
    queue.cancel('all');
    await until((all) => all.every((row) => row.state === 'cancelled'));
    await queue.stop();
    expect(await readdir(folder)).toEqual(['b']);
    expect([...server.files.keys()]).toEqual(['/a']);
  });

  test('a question is withdrawn when its transfer is cancelled', async () => {
    const server = served(['a']);
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'mine');
    const { queue, until } = startQueue(server.sessions, { answer: () => new Promise(() => {}) });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await until((all) => all.some((row) => row.state === 'asking'));
    queue.cancel('all');
    await until((all) => all.every((row) => row.state === 'cancelled'));
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('mine');
  });

  test('stop ends what is under way and removes its part file', async () => {
    const server = served(['a'], 'x'.repeat(200_000));
    const folder = await scratchFolder();
    gated(server);
    const { queue, until } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
    await until((all) => all.some((row) => row.transferred > 0));
    await queue.stop();
    expect(await readdir(folder)).toEqual([]);
  });
});
