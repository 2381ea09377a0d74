import { expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { DEFAULT_LOGIN } from '#shared/model/login-choice.ts';
import { connectTo, listAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

onEveryServer('logging in', (server, known) => {
  it('comes to the home directory with the right password', async () => {
    const connection = await connectTo(server());
    expect(connection.home).toBe(await connection.workingDirectory());
    expect(connection.features.has('SIZE')).toBe(true);
    await connection.noop();
  });

  it('bears all that can be said on the way, and goes on without what the server does not know', async () => {
    const learned = nothingLearned();
    const login = { ...DEFAULT_LOGIN, hostCommand: true, language: 'en', commands: ['SITE HELP', 'STAT'] };
    const connection = await connectTo(server(), { learned, login, expects: 'listing' });
    expect(connection.home).toBe(await connection.workingDirectory());
    expect((await listAll(connection, connection.home)).summary.notUnderstoodCount).toBe(0);
    expect(learned).toMatchObject({
      pipeliningFails: false,
      featFails: false,
      pwdFails: false,
      hostFails: known.name !== 'ProFTPD',
      utf8Fails: known.name === 'inetutils',
    });
  });

  it('ends in the 530 of a wrong password', async () => {
    await expect(connectTo(server(), { password: 'wrong' })).rejects.toMatchObject({
      fault: { kind: 'reply', stage: 'logging-in', command: 'PASS', code: 530 },
    });
  });
});
