import { describe, expect, test, vi } from 'vitest';
import { FaultError } from '#shared/fault.ts';
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
