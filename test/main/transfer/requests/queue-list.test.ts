import { describe, expect, test, vi } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer, served } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

describe('the list', () => {
  test('is summed up, read in slices and cleared', async () => {
    const server = served(['a', 'b', 'c']);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    const items = ['a', 'b', 'c', 'missing'].map((name) => item(name, 'file', 15));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    // The clock that measures stops a moment after the last of them.
    await vi.waitFor(() => expect(queue.summary()).toMatchObject({ rate: 0, remainingMs: null }));
    const summary = queue.summary();
    expect(summary).toMatchObject({ count: 4, totalBytes: 60, transferredBytes: 45 });
    expect(summary.counts).toMatchObject({ done: 3, failed: 1 });
    expect(queue.read('all', 1, 2).rows.map((row) => row.name)).toEqual(['b', 'c']);
    expect(queue.read('all', 0, 1)).toMatchObject({ total: 4, version: summary.version });
    queue.clear('all');
    expect(queue.read('all', 0, 10).rows).toMatchObject([{ name: 'missing', state: 'failed' }]);
    queue.clear([4]);
    expect(queue.summary()).toMatchObject({ count: 0, totalBytes: 0, transferredBytes: 0 });
  });

  test.each([
    ['in the order of the queue', 'order', false],
    ['sorted', 'name', true],
  ] as const)('%s comes whole, although rows are taken out meanwhile', async (_, by, descending) => {
    const names = Array.from({ length: 2_500 }, (_name, index) => `f${String(index).padStart(4, '0')}`);
    const { queue } = startQueue({ get: (id) => ({ ...served([]).session, id }) });
    queue.addDownloads({
      sessionId: 's1',
      from: '/',
      to: await scratchFolder(),
      items: names.map((name) => item(name)),
    });
    queue.pause('all');
    const found: string[] = [];
    for await (const rows of queue.rowsOf({ ...WHOLE_QUEUE, list: 'all', sort: { by, descending } })) {
      found.push(...rows.map(({ name }) => name));
      if (found.length > 1_000) continue;
      // Of those that have been told, and of those that are to come.
      queue.cancel([1, 2, 2_000]);
      queue.clear([1, 2, 2_000]);
      await vi.waitFor(() => expect(queue.summary().count).toBe(names.length - 3));
    }
    const gone = new Set(by === 'order' ? ['f1999'] : ['f0000', 'f0001']);
    expect(found).toEqual((descending ? names.toReversed() : names).filter((name) => !gone.has(name)));
  });

  test('tells of changed folders at once and joins what follows', async () => {
    const server = served(['a', 'b', 'c', 'd', 'e', 'f']);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    const told: unknown[] = [];
    queue.onFolderChanged((place) => told.push(place));
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => item(name));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    expect(told).toContainEqual({ sessionId: null, path: folder });
    expect(told.length).toBeLessThan(6);
  });

  test('refuses a session nobody knows', () => {
    const { queue } = startQueue(new FakeServer().sessions);
    expect(() => queue.addUploads({ sessionId: 'x', from: '/', to: '/', items: [item('a')] })).toThrow(FaultError);
  });
});
