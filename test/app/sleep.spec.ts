import { readFileSync } from 'node:fs';
import path from 'node:path';
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
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await server.received('ABOR', 1);
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    await expectTransfersDone(page, 1);
    expect(readFileSync(path.join(home, 'large.bin')).equals(content)).toBe(true);
    expect(server.commands.some((line) => line.startsWith('REST'))).toBe(true);
    expect(server.connections.length).toBeGreaterThanOrEqual(before + 2);
  } finally {
    await server.close();
  }
});
