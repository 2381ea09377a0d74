import { expect, it } from 'vitest';
import { connectTo } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

onEveryServer('logging in', (server) => {
  it('comes to the home directory with the right password', async () => {
    const connection = await connectTo(server());
    expect(connection.home).toBe(await connection.workingDirectory());
    expect(connection.features.has('SIZE')).toBe(true);
    await connection.noop();
  });

  it('ends in the 530 of a wrong password', async () => {
    await expect(connectTo(server(), { password: 'wrong' })).rejects.toMatchObject({
      fault: { kind: 'reply', stage: 'logging-in', command: 'PASS', code: 530 },
    });
  });
});
