import { describe, expect, test } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { DEFAULT_LOGIN, type LoginChoice } from '#shared/model/login-choice.ts';
import { converse, faultOf } from './conversation.ts';

const login = (choice: Partial<LoginChoice>): { readonly login: LoginChoice } => ({
  login: { ...DEFAULT_LOGIN, ...choice },
});

describe('HOST names the server that is meant among several at one address', () => {
  const named = login({ hostCommand: true });

  test('ahead of USER, and waits for nothing', async () => {
    const held = Promise.withResolvers<void>();
    const { connect, server } = await converse(
      { greeting: { until: held.promise }, replies: { HOST: '220 yes' } },
      named,
    );
    const connecting = connect();
    await server.received('USER');
    held.resolve();
    await connecting;
    expect(server.commands.slice(0, 3)).toEqual(['HOST localhost', 'USER tester', 'PASS tester-pw']);
  });

  test('under TLS behind AUTH, whose handshake names it too', async () => {
    const { connect, server } = await converse({ tls: {}, replies: { HOST: '220 yes' } }, named);
    await connect();
    expect(server.commands.slice(0, 3)).toEqual(['AUTH TLS', 'HOST localhost', 'USER tester']);
  });

  test.each([500, 502, 530])(
    'one that answers %i does not know it: remembered, and the login goes on',
    async (code) => {
      const { connect, server, options } = await converse({ replies: { HOST: `${code} what?` } }, named);
      await connect();
      await connect();
      expect(server.commands.filter((line) => line.startsWith('HOST'))).toEqual(['HOST localhost']);
      expect(options.learned.hostFails).toBe(true);
    },
  );

  test('one that does not serve this host gets no password', async () => {
    const { connect, server } = await converse({ replies: { HOST: '504 no such host here' } }, named);
    expect(await faultOf(connect())).toMatchObject({ kind: 'reply', stage: 'logging-in', command: 'HOST', code: 504 });
    expect(server.commands).not.toContain('PASS tester-pw');
  });

  test('is named again after REIN', async () => {
    const { connect, server } = await converse({ replies: { HOST: '220 yes' } }, named);
    await (await connect()).reinitialize();
    expect(server.commands.filter((line) => line.startsWith('HOST'))).toHaveLength(2);
  });

  test('a site can hold against what was learned that it works', async () => {
    const learned = nothingLearned();
    const { connect, options } = await converse(
      { replies: { HOST: '502 no' } },
      { ...named, learned, overrides: { hostFails: false } },
    );
    await connect();
    expect(options.learned.hostFails).toBe(false);
  });
});

describe('CLNT, where FEAT offers it', () => {
  test('tells who calls, in one flight with the options', async () => {
    const { connect, server } = await converse({ features: ['CLNT', 'UTF8', 'MLST type*;size;'] });
    await (await connect()).noop();
    expect(server.commands.slice(-3)).toEqual(['CLNT Longshore', 'OPTS MLST type;size;', 'NOOP']);
  });

  test('comes before UTF8 on a server that will not speak UTF-8 with strangers', async () => {
    const { connect, server, options } = await converse({
      features: ['CLNT'],
      replies: { CLNT: '200 hello', 'OPTS UTF8 ON': ['501 who are you?', '200 UTF8 set'] },
    });
    await (await connect()).noop();
    expect(server.commands.slice(-3)).toEqual(['CLNT Longshore', 'OPTS UTF8 ON', 'NOOP']);
    expect(options.learned.utf8Fails).toBe(false);
  });
});

describe('LANG', () => {
  test('asks for the words of a language, along with the other questions', async () => {
    const { connect, server, notes } = await converse({ replies: { LANG: '200 Deutsch' } }, login({ language: 'de' }));
    await connect();
    expect(server.commands).toEqual(expect.arrayContaining(['SYST', 'LANG de', 'OPTS UTF8 ON', 'PWD']));
    expect(notes.join()).not.toContain('no words');
  });

  test('a server without them goes on in its own', async () => {
    const { connect, notes } = await converse({ replies: { LANG: '504 no' } }, login({ language: 'de' }));
    await connect();
    expect(notes).toContain('the server has no words in de');
  });
});

describe('commands of the site', () => {
  test('are sent after each login, in order, and a refusal is noted', async () => {
    const commands = ['SITE UMASK 022', 'SITE NONSENSE', 'STAT'];
    const { connect, server, notes } = await converse(
      { replies: { 'SITE NONSENSE': '504 no such thing' } },
      login({ commands }),
    );
    for (const ftp of [await connect(), await connect()]) await ftp.noop();
    for (const { commands: heard } of server.connections) expect(heard.slice(-4)).toEqual([...commands, 'NOOP']);
    expect(notes).toContain('SITE NONSENSE after the login was refused: 504 no such thing');
  });

  test.each(['TYPE A', ' retr /a', 'USER other', 'PORT\t1,2,3,4,5,6', 'REIN', 'prot C', ''])(
    '%j is not sent, and that is said',
    async (line) => {
      const { connect, server, notes } = await converse({}, login({ commands: [line, 'NOOP'] }));
      await (await connect()).system();
      expect(server.commands.slice(-2)).toEqual(['NOOP', 'SYST']);
      expect(notes.join('\n')).toContain(`not sent after the login: ${line}`);
    },
  );

  test('may lead into another folder, which is where the person begins', async () => {
    const { connect } = await converse({ files: { 'www/a': '1' } }, login({ commands: ['CWD /www'] }));
    expect((await connect()).home).toBe('/www');
  });

  test('one after the other where commands wait for replies', async () => {
    const { connect, server } = await converse({}, { ...login({ commands: ['NOOP', 'STAT'] }), pipelining: false });
    await connect();
    expect(server.commands.slice(-2)).toEqual(['NOOP', 'STAT']);
  });

  test('none of this costs a round trip', async () => {
    const talk = await converse({ roundTrip: 20, features: ['CLNT', 'UTF8'], replies: { HOST: '220 yes' } });
    await (await talk.connect()).noop();
    const all = await converse(
      { roundTrip: 20, features: ['CLNT', 'UTF8'], replies: { HOST: '220 yes', LANG: '200 ja' } },
      login({ hostCommand: true, language: 'ja', commands: ['SITE A', 'SITE B'] }),
    );
    await (await all.connect()).noop();
    expect(all.server.connections[0]?.roundTrips).toBe(talk.server.connections[0]?.roundTrips);
  });
});
