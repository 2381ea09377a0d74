import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const FILES = 5_000;

/** Thousands of uploads to a server that has no room left, and one download that needs none there. */
const withoutRoom = async () => {
  const server = new FakeServer();
  server.put('/there', 'already');
  let stored = 0;
  server.trouble = (verb) => {
    if (verb !== 'STOR') return null;
    stored += 1;
    return { fault: replyFault('STOR', 552, 'transfer-command') };
  };
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a'), 'content');
  const fixture = startQueue(server.sessions, { connections: 3 });
  const items = Array.from({ length: FILES }, (_, index) => ({ ...item('a'), as: `copy ${index}` }));
  fixture.queue.addUploads({ sessionId: 's1', from: folder, to: '/', items });
  fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('there')] });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (holds()) return resolve();
      const stop = fixture.queue.onChanged(() => {
        if (!holds()) return;
        stop();
        resolve();
      });
    });
  return { ...fixture, server, stored: () => stored, until };
};

describe('a quota that is used up', () => {
  test('fails one upload, pauses thousands, and lets none of them try; downloads go on', async () => {
    const { queue, until, stored } = await withoutRoom();
    const { counts } = queue.summary();
    expect(counts.waiting + counts.active).toBe(FILES + 1);
    await until(() => queue.summary().counts.paused === FILES - 1);
    await until(() => queue.summary().counts.done === 1);
    expect(queue.summary().counts).toMatchObject({ failed: 1, paused: FILES - 1, done: 1, waiting: 0, active: 0 });
    // One for each connection that was at work when the first was refused.
    expect(stored()).toBeLessThanOrEqual(3);
  });

  test('is over when the person says so', async () => {
    const { queue, until, server } = await withoutRoom();
    await until(() => queue.summary().counts.paused === FILES - 1);
    server.trouble = () => null;
    const [first] = queue.read('queue', 0, 3).rows;
    queue.resume([first?.id ?? 0]);
    await until(() => queue.summary().counts.done >= 2);
    expect(queue.summary().counts).toMatchObject({ failed: 1, paused: FILES - 2 });
  });
});
