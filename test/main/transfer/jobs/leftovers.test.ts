import { beforeEach, expect, test, vi } from 'vitest';
import { discardLeftover } from '../../../../src/main/transfer/jobs/leftovers.ts';
import { served } from '../fake-server.ts';
import { leftQueue, uploadLeft } from '../left-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('a server that does not answer is waited for a few seconds, and what is left there stays known', async () => {
  const server = served(['part']);
  const leftover = uploadLeft({ remotePath: '/part' });
  const { add } = leftQueue(server);
  const row = add({ direction: 'upload', localPath: '/here/a', remotePath: '/a', state: 'cancelled', leftover });
  const silent = { ...server.session, browser: () => new Promise<never>(() => {}) };
  const discarded = expect(discardLeftover(row, silent)).rejects.toMatchObject({
    fault: { kind: 'control-connection', cause: 'timeout', host: 's1.example.org' },
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await discarded;
  expect(row.leftover).toBe(leftover);

  await discardLeftover(row, server.session);
  expect([...server.files.keys()]).toEqual([]);
  expect(row.leftover).toBeNull();
});
