import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultError } from '#shared/fault.ts';
import { connectTo } from './connecting.ts';
import { availableServers } from './servers/every-server.ts';
import { asRoot } from './servers/privilege.ts';
import { type RealServer, startRealServer } from './servers/real-server.ts';
import { runCommand } from './servers/run-command.ts';

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

describe.runIf(reason === null)('a server whose tests were killed', () => {
  it('ends with them', async () => {
    const script = `
      import { startVsftpd } from ${JSON.stringify(import.meta.resolve('./servers/vsftpd.ts'))};
      console.log(JSON.stringify(await startVsftpd()));
    `;
    const tests = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const server: RealServer = JSON.parse(String((await once(tests.stdout, 'data'))[0]));
    try {
      const connection = await connectTo(server);
      tests.kill('SIGKILL');
      await connection.gone;
      const attempt = () =>
        connectTo(server).then(
          () => 'connected',
          (error: FaultError) => error.fault,
        );
      await expect.poll(attempt).toMatchObject({ kind: 'control-connection', cause: 'refused' });
    } finally {
      tests.kill('SIGKILL');
      await runCommand(asRoot('rm', '-rf', dirname(server.root)));
    }
  });
});

describe.runIf(reason === null)('a server that does not start', () => {
  it('says what it said, and leaves nothing', async () => {
    const broken = startRealServer('broken', {}, async () => ['sh', '-c', 'echo no such option; exit 1']);
    await expect(broken).rejects.toThrow('the server ended at once: no such option');
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('longshore-broken-'))).toEqual([]);
  });
});
