import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import { converse, faultOf } from './conversation.ts';

/** No answer to this command or to any behind it. */
const SILENT = { until: new Promise(() => {}) };

test('login, features, options and where we are', async () => {
  const { server, connect } = await converse({
    users: { tester: { password: 'tester-pw', home: '/home' } },
    files: { 'home/': '' },
  });
  const ftp = await connect();
  const options = server.commands.filter((line) => line.startsWith('OPTS MLST'));
  expect(server.commands).toEqual(['USER tester', 'PASS tester-pw', 'FEAT', 'SYST', 'OPTS UTF8 ON', 'PWD', ...options]);
  expect(ftp.home).toBe('/home');
  expect(ftp.features.get('REST')).toBe('STREAM');
  expect(ftp.tlsProtocol).toBeNull();
});

test('120 before the 220 is waited past', async () => {
  const { connect } = await converse({ greeting: '120 in a moment\r\n220 now\r\n' });
  await expect(connect()).resolves.toMatchObject({ home: '/' });
});

test('120 with its minutes: silence is no fault meanwhile', async () => {
  const timeouts = { connect: 5_000, reply: 100, data: 5_000 };
  const ready = Promise.withResolvers<void>();
  const { connect, server, notes } = await converse(
    { greeting: { say: '120 ready in 1 minutes', act: false }, replies: { USER: [{ until: ready.promise }] } },
    { timeouts },
  );
  const connected = connect();
  await expect.poll(() => notes).toContain('the server is ready in 1 minutes; waiting');
  // Longer than a reply may take.
  await pause(3 * timeouts.reply);
  await server.connections[0]?.say('220 now\r\n');
  ready.resolve();
  await expect(connected).resolves.toMatchObject({ home: '/' });
});

test('several preliminary replies to one command, and what their words say, change nothing', async () => {
  const { connect } = await converse({ replies: { USER: '150 230 logged in\r\n110 530 no\r\n331 220 530 go on\r\n' } });
  await expect(connect()).resolves.toMatchObject({ home: '/' });
});

test('230 to USER needs no password', async () => {
  const { connect, server } = await converse({ replies: { USER: '230 come in', PWD: '257 "/x"', FEAT: '500 no' } });
  const ftp = await connect();
  expect(server.commands).toEqual(['USER tester', 'FEAT', 'SYST', 'OPTS UTF8 ON', 'PWD']);
  expect(ftp.features.size).toBe(0);
  expect(ftp.home).toBe('/x');
});

test('332 is answered with the account', async () => {
  const script = { users: { tester: { password: 'p', account: 'a-1' } } };
  const { connect, server } = await converse(script, { account: 'a-1' });
  await connect();
  const facts = ['FEAT', 'SYST', 'OPTS UTF8 ON', 'PWD'];
  expect(server.commands.slice(0, 11)).toEqual(['USER tester', 'PASS p', ...facts, 'ACCT a-1', ...facts]);
});

test('332 is answered with the account that is asked for, another where the server refuses one, and is never shown', async () => {
  const asked: boolean[] = [];
  const shown: string[] = [];
  const { connect, server } = await converse(
    { users: { tester: { password: 'p', account: 'a-1' } } },
    {
      askAccount: async (refused) => {
        asked.push(refused);
        return refused ? 'a-1' : 'wrong';
      },
      observer: { command: (line) => shown.push(line), reply: () => {}, note: () => {} },
    },
  );
  await connect();
  expect(asked).toEqual([false, true]);
  const login = server.commands.filter((line) => /^(USER|PASS|ACCT)/.test(line));
  expect(login).toEqual(['USER tester', 'PASS p', 'ACCT wrong', 'ACCT a-1']);
  expect(shown.filter((line) => line.startsWith('ACCT'))).toEqual(['ACCT ****', 'ACCT ****']);
});

test('whoever declines to give an account is not logged in', async () => {
  const declined = new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail: 'no' });
  const script = { users: { tester: { password: 'p', account: 'a-1' } } };
  const { connect, server } = await converse(script, { askAccount: () => Promise.reject(declined) });
  expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', reason: 'declined' });
  await server.connections[0]?.closed;
});

test('332 without an account is the fault that asks for one', async () => {
  const { connect } = await converse({ users: { tester: { password: 'p', account: 'a-1' } } });
  expect(await faultOf(connect())).toMatchObject({ kind: 'reply', stage: 'logging-in', command: 'PASS', code: 332 });
});

test('a wrong password', async () => {
  const { connect, server } = await converse({}, { password: 'wrong' });
  expect(await faultOf(connect())).toMatchObject({ kind: 'reply', stage: 'logging-in', command: 'PASS', code: 530 });
  await server.connections[0]?.closed;
});

test('a server that does not say where we are has put us at the root', async () => {
  const { connect, notes } = await converse({ replies: { PWD: '502 no' } });
  expect((await connect()).home).toBe('/');
  expect(notes).toContain('the server does not say where we are; taken to be /');
});

test('too many connections', async () => {
  const { connect } = await converse({ greeting: '421 Too many users' });
  expect(await faultOf(connect())).toMatchObject({
    kind: 'control-connection',
    stage: 'greeting',
    cause: 'service-closing',
    detail: '421 Too many users',
  });
});

test('cancelled while the server is silent', async () => {
  const stop = new AbortController();
  const { connect, server } = await converse({ replies: { PASS: SILENT } }, { signal: stop.signal });
  const connecting = faultOf(connect());
  await server.received('PASS');
  stop.abort();
  expect(await connecting).toEqual({ kind: 'cancelled', stage: 'logging-in' });
  await server.connections[0]?.closed;
});

test('secrets never reach the observer', async () => {
  const seen: string[] = [];
  const tell = (text: string): void => {
    seen.push(text);
  };
  const observer = {
    command: tell,
    reply: ({ lines }: { readonly lines: readonly string[] }) => tell(lines.join()),
    note: tell,
  };
  const { connect } = await converse(
    { users: { tester: { password: 'sesame', account: 'acc' } } },
    { account: 'acc', observer },
  );
  await connect();
  expect(seen).toContain('PASS ****');
  expect(seen).toContain('ACCT ****');
  expect(seen.join('\n')).not.toMatch(/sesame|acc$/m);
});

test('the first command does not wait for the greeting, and the facts travel with the password', async () => {
  const greeted = Promise.withResolvers<void>();
  const { server, connect } = await converse({ greeting: { until: greeted.promise } });
  const connecting = connect();
  await server.received('USER');
  greeted.resolve();
  await connecting;
  expect(server.connections).toHaveLength(1);
});

test('a greeting that turns us away gets no password', async () => {
  const { server, connect } = await converse({ greeting: '530 members only' });
  expect(await faultOf(connect())).toMatchObject({ kind: 'reply', stage: 'greeting', code: 530 });
  expect(server.commands.filter((line) => line.startsWith('PASS'))).toEqual([]);
});

test('one command at a time where that is wanted', async () => {
  const { server, connect } = await converse({ replies: { FEAT: SILENT } }, { pipelining: false });
  void connect().catch(() => {});
  await server.received('FEAT');
  expect(server.commands).toEqual(['USER tester', 'PASS tester-pw', 'FEAT']);
});

test('a server that loses what came before its greeting is met again with one command at a time', async () => {
  const { server, connect, options } = await converse(
    { replies: { USER: [{ say: '', act: false }] } },
    { timeouts: { connect: 1_000, reply: 200, data: 1_000 } },
  );
  const ftp = await connect();
  expect(ftp.pipelines).toBe(false);
  expect(options.learned.pipeliningFails).toBe(true);
  expect(server.connections[1]?.commands.slice(0, 3)).toEqual(['USER tester', 'PASS tester-pw', 'FEAT']);
});

test('a wrong password is not tried a second time', async () => {
  const { server, connect } = await converse({}, { password: 'wrong' });
  await faultOf(connect());
  expect(server.connections).toHaveLength(1);
});

describe('login and the first listing', () => {
  const files = { 'a.txt': 'a', 'b.txt': 'b' };
  const list = async (ftp: UserFtp): Promise<readonly string[]> => {
    const names: string[] = [];
    const onEntries = (entries: readonly FileEntry[]): void => {
      for (const entry of entries) names.push(entry.name);
    };
    await ftp.list(ftp.home, { signal: null, onEntries });
    return names;
  };

  // The server counts the greeting as a round trip of its own, though USER does not wait for it.
  test('take six round trips at most', async () => {
    const { connect, server } = await converse({ files, roundTrip: 20, holdsCompletion: true }, { expects: 'listing' });
    expect(await list(await connect())).toEqual(['a.txt', 'b.txt']);
    expect(server.connections[0]?.roundTrips).toBeLessThanOrEqual(6);
  });

  test('are as many as the replies where commands wait for them', async () => {
    const { connect, server } = await converse({ files, roundTrip: 20 }, { expects: 'listing', pipelining: false });
    expect(await list(await connect())).toEqual(['a.txt', 'b.txt']);
    expect(server.connections[0]?.roundTrips).toBeGreaterThan(8);
  });
});
