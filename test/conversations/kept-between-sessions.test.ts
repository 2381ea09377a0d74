import { readdir } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { DEFAULT_LOGIN } from '#shared/model/login-choice.ts';
import { connectUserFtp } from '../../src/main/ftp/user-ftp.ts';
import { createSession, type Session, type SessionServices } from '../../src/main/session/session.ts';
import { settingsOf } from '../fixtures/sessions.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { fakeServices } from '../main/session/fake-services.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from '../server-ftp/server-ftp.ts';

/** What a program run and the next have in common: what is kept of servers. The sessions are the window's own. */

const files = { 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c', 'd.txt': 'd' };
const NAMES = Object.keys(files);

const serve = async (script: ServerScript): Promise<ServerFtp> => {
  const server = await startServerFtp({ files, ...script });
  onTestFinished(() => server.close());
  return server;
};

/** A person connects to the server and sees the folder that the login led to. */
const connectAndLook = async (
  server: ServerFtp,
  services: SessionServices,
  choice: Partial<ConnectionSettings> = {},
): Promise<{ readonly session: Session; readonly names: readonly string[] }> => {
  const { host, port, user, password } = server;
  const settings = settingsOf({ host, port, user, security: 'none', ...choice });
  const session = createSession(services, { sessionId: 's1', title: 'server', settings, password, siteId: null });
  onTestFinished(() => session.close());
  const names: string[] = [];
  const { home } = await session.browser();
  await session.list(home, {
    refresh: false,
    signal: null,
    onEntries: (entries) => {
      names.push(...entries.map(({ name }) => name));
    },
  });
  return { session, names: names.toSorted() };
};

const kept = ({ learnedServers }: SessionServices, { host, port }: ServerFtp) =>
  Object.fromEntries(
    learnedServers.recall(host, port).map(({ fact, value, evidence }) => [fact, [value, ...evidence]]),
  );

const verbsOf = (server: ServerFtp, connection: number): readonly string[] =>
  server.connections[connection]?.commands.map((line) => line.split(' ', 1)[0] ?? '') ?? [];

test('what one session has learned the next one begins with, each fact with the lines that showed it', async () => {
  const server = await serve({
    replies: {
      HOST: '502 no',
      EPSV: '500 no',
      MLSD: '502 no',
      PWD: '257 ""',
      'LIST -a': '550 no',
      'OPTS UTF8 ON': '501 no',
    },
    features: ['MLST type*;size*;'],
  });
  const services = fakeServices(connectUserFtp);
  const login = { login: { ...DEFAULT_LOGIN, hostCommand: true } };
  const first = await connectAndLook(server, services, login);
  expect(first.names).toEqual(NAMES);
  await first.session.close();
  expect(kept(services, server)).toMatchObject({
    hostFails: [true, `HOST ${server.host}`, '502 no'],
    epsvFails: [true, 'EPSV', '500 no'],
    mlsdFails: [true, 'MLSD', '502 no'],
    pwdFails: [true, 'PWD', '257 ""'],
    utf8Fails: [true, 'OPTS UTF8 ON', '501 no'],
  });
  const second = await connectAndLook(server, services, login);
  expect(second.names).toEqual(NAMES);
  const verbs = verbsOf(server, 1);
  for (const verb of ['HOST', 'EPSV', 'MLSD', 'OPTS']) expect(verbs).not.toContain(verb);
});

test('421 to the second connection: the folder is seen, files come over the first one, and no session tries again', async () => {
  const server = await serve({ mostConnections: 1 });
  const services = fakeServices(connectUserFtp);
  let turnedAway = 0;
  for (const own of [1, 2]) {
    const { session, names } = await connectAndLook(server, services);
    expect(names).toEqual(NAMES);
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue({ get: () => session }, { connections: 3 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: NAMES.map((name) => item(name)) });
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: NAMES.length, failed: 0 });
    expect((await readdir(folder)).toSorted()).toEqual(NAMES);
    await queue.stop();
    await session.close();
    // The first session found out, the second knew.
    if (own === 1) turnedAway = server.connections.length - 1;
    expect(turnedAway).toBeGreaterThan(0);
    expect(server.connections).toHaveLength(own + turnedAway);
    expect(kept(services, server)['mostConnections']).toEqual([
      1,
      'a further connection',
      '421 Too many connections from this IP',
    ]);
    await Promise.all(server.connections.map(({ closed }) => closed));
  }
});

test('what the site says is heeded in every session, and nothing is kept against it', async () => {
  const server = await serve({ replies: { EPSV: '500 no' } });
  const services = fakeServices(connectUserFtp);
  for (const connection of [0, 1]) {
    const { session, names } = await connectAndLook(server, services, { overrides: { epsvFails: false } });
    expect(names).toEqual(NAMES);
    expect(verbsOf(server, connection)).toContain('EPSV');
    await session.close();
  }
  expect(kept(services, server)['epsvFails']).toBeUndefined();
});

test('a person gives the one-time password of each login, and the second connection asks for its own', async () => {
  const words = 'BAIL TUFT BITS GANG CHEF THY';
  const server = await serve({
    users: { tester: { password: words } },
    replies: { USER: ['331 otp-md5 99 TeSt', '331 otp-md5 98 TeSt'] },
  });
  const asked: (string | null)[] = [];
  const services = fakeServices(connectUserFtp, {
    ask: async (question) => {
      if (question.kind !== 'password') return { kind: 'dismissed' };
      asked.push(question.challenge);
      return { kind: 'password', password: question.purpose === 'one-time' ? words : '', keep: false };
    },
  });
  const { host, port, user } = server;
  const settings = settingsOf({ host, port, user, security: 'none' });
  const session = createSession(services, { sessionId: 's1', title: 'server', settings, password: null, siteId: null });
  onTestFinished(() => session.close());
  await session.browser();
  await session.lease(new AbortController().signal);
  expect(asked).toEqual([null, 'otp-md5 99 TeSt', 'otp-md5 98 TeSt']);
});
