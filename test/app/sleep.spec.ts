import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { startServerFtp } from '../server-ftp/server-ftp.ts';
import { expect, test } from './fixtures.ts';
import { expectTransfersDone, quickConnect, remoteFiles, rowOf } from './person.ts';

test('a machine that sleeps in the middle of a file: it goes on where it was, over new connections', async ({
  page,
  app,
  home,
}) => {
  const content = Buffer.alloc(3_000_000, 'content ');
  const server = await startServerFtp({
    files: { 'large.bin': content },
    data: { RETR: { chunkBytes: 100_000, chunkPause: 100 } },
  });
  try {
    await quickConnect(page, server, 'No encryption');
    await rowOf(remoteFiles(page), 'large.bin').dblclick();
    await server.received('RETR', 1);
    await expect(page.getByText(/MB\/s|kB\/s/).first()).toBeVisible();
    const before = server.connections.length;
    await tell(app, 'suspend');
    await server.received('ABOR', 1);
    await tell(app, 'resume');
    await expectTransfersDone(page, 1);
    expect(readFileSync(path.join(home, 'large.bin')).equals(content)).toBe(true);
    expect(server.commands.some((line) => line.startsWith('REST'))).toBe(true);
    expect(server.connections.length).toBeGreaterThanOrEqual(before + 2);
  } finally {
    await server.close();
  }
});

/**
 * As the system tells it: in a task of its own. What a driver evaluates may come in the middle of any other, even between
 * two lines of Node's own that reads from a socket.
 */
const tell = (app: ElectronApplication, event: 'suspend' | 'resume'): Promise<void> =>
  app.evaluate(({ powerMonitor }, name) => void setImmediate(() => powerMonitor.emit(name)), event);
