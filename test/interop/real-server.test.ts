import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { connectTo } from './connecting.ts';
import { availableServers } from './servers/every-server.ts';
import { startRealServer } from './servers/real-server.ts';

const { servers, reason } = await availableServers();

describe.each(servers)('starting and stopping $name', (known) => {
  it('leaves no process and no file behind', async () => {
    const server = await known.start();
    // A connection that is still open has a process of its own in some servers.
    const connection = await connectTo(server);
    await server.stop();
    expect(existsSync(server.root)).toBe(false);
    await connection.gone;
    await expect(connectTo(server)).rejects.toMatchObject({
      fault: { kind: 'control-connection', stage: 'connecting', cause: 'refused' },
    });
  });
});

describe.runIf(reason === null)('a server that does not start', () => {
  it('says what it said, and leaves nothing', async () => {
    const broken = startRealServer('broken', {}, async () => ['sh', '-c', 'echo no such option; exit 1']);
    await expect(broken).rejects.toThrow('the server ended at once: no such option');
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('longshore-broken-'))).toEqual([]);
  });
});
