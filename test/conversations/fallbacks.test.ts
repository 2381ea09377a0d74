import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import type { LearnedFacts } from '#shared/model/learned-fact.ts';
import type { ConnectOptions, UserFtp } from '../../src/main/ftp/engine.ts';
import type { ServerScript } from '../server-ftp/server-ftp.ts';
import { converse, faultOf, intoMemory, loggedIn, transferOptions } from './conversation.ts';

/**
 * What servers refuse, or say and do not do: whoever connects sees the folder all the same, and what was learned stands
 * there with what showed it.
 */

const files = { 'notes.txt': 'x'.repeat(3_000), 'photos/': '' };
const NAMES = ['notes.txt', 'photos'];
const timeouts = { connect: 500, reply: 5_000, data: 5_000 };

const listHome = async (ftp: UserFtp): Promise<readonly string[]> => {
  const names: string[] = [];
  await ftp.list(ftp.home, {
    signal: null,
    onEntries: (entries) => {
      names.push(...entries.map(({ name }) => name));
    },
  });
  return names.toSorted();
};

/** Connects as a window does, twice, the second time with what the first has learned, and lists both times. */
const connectTwice = async (script: ServerScript, changes: Partial<ConnectOptions> = {}) => {
  const learned: Record<string, readonly [value: unknown, evidence: readonly string[]]> = {};
  const talk = await converse(
    { files, ...script },
    {
      timeouts,
      expects: 'listing',
      findsZone: false,
      onLearned: (fact, value, evidence) => {
        learned[fact] = [value, evidence];
      },
      ...changes,
    },
  );
  expect(await listHome(await talk.connect())).toEqual(NAMES);
  const again = await talk.connect();
  expect(await listHome(again)).toEqual(NAMES);
  const [, second] = talk.server.connections;
  return { ...talk, facts: learned, again, verbs: second?.commands.map((line) => line.split(' ', 1)[0]) ?? [] };
};

test('EPSV refused: the folder is listed over PASV', async () => {
  const { facts, verbs } = await connectTwice({ replies: { EPSV: '500 what?' } });
  expect(facts).toEqual({ epsvFails: [true, ['EPSV', '500 what?']] });
  expect(verbs).not.toContain('EPSV');
});

test('PASV refused: the folder is listed over an active data connection', async () => {
  const { facts, verbs } = await connectTwice({ replies: { EPSV: '502 no', PASV: '502 not here' } });
  expect(facts).toEqual({ passiveFails: [true, ['PASV', '502 not here']] });
  expect(verbs).not.toContain('PASV');
});

test('passive ports blocked by a firewall: the folder is listed over an active data connection', async () => {
  const nowhere = { leadsNowhere: true };
  const { facts, verbs } = await connectTwice({ passive: { EPSV: nowhere, PASV: nowhere } });
  expect(facts['passiveFails']).toEqual([true, [expect.stringContaining('ECONNREFUSED')]]);
  expect(verbs).toContain('EPRT');
});

test('ports of EPSV lead nowhere and those of PASV do not: EPSV accepted and blocked is no dead end', async () => {
  const { facts, verbs } = await connectTwice({ passive: { EPSV: { leadsNowhere: true } } });
  expect(facts['epsvFails']).toEqual([true, [expect.stringContaining('ECONNREFUSED')]]);
  expect(verbs).not.toContain('EPSV');
});

test('MLSD promised and refused: the folder is listed with LIST', async () => {
  const { facts, verbs } = await connectTwice({ replies: { MLSD: '502 not really' } });
  expect(facts).toEqual({ mlsdFails: [true, ['MLSD', '502 not really']] });
  expect(verbs).not.toContain('MLSD');
});

test('MLSD promised and nonsense sent: the folder is listed with LIST', async () => {
  const content = 'total 2\r\nno facts at all\r\n';
  const { facts, verbs } = await connectTwice({ data: { MLSD: { content } } });
  expect(facts).toEqual({ mlsdFails: [true, ['MLSD', '226 Transfer complete.', 'total 2']] });
  expect(verbs).not.toContain('MLSD');
});

test('an empty folder is not taken for nonsense', async () => {
  const { ftp, options, said } = await loggedIn({});
  expect(await listHome(ftp)).toEqual([]);
  expect(options.learned.mlsdFails).toBe(false);
  expect(said().at(-1)).toBe('MLSD');
});

test('UTF8 refused by a server that does not promise it: the folder is listed, and UTF8 not asked for again', async () => {
  const { facts, verbs } = await connectTwice({ features: ['MLST type*;size*;'], replies: { OPTS: '501 no' } });
  expect(facts).toEqual({ utf8Fails: [true, ['OPTS UTF8 ON', '501 no']] });
  expect(verbs).not.toContain('OPTS');
});

test('UTF8 refused by a server that promises it, as Pure-FTPd does: nothing is learned from that', async () => {
  const { facts } = await connectTwice({ features: ['UTF8'], replies: { OPTS: '504 no' } });
  expect(facts).toEqual({});
});

test('FEAT refused: the folder is listed with LIST', async () => {
  const { facts, verbs, again } = await connectTwice({ replies: { FEAT: '502 no' } });
  expect(facts).toEqual({ featFails: [true, ['FEAT', '502 no']] });
  expect(verbs).not.toContain('MLSD');
  expect(again.features.size).toBe(0);
});

describe('TYPE refused', () => {
  const replies = { TYPE: '502 no types here' };

  test('the folder is listed all the same', async () => {
    const { facts, verbs } = await connectTwice({ replies });
    expect(facts).toEqual({ typeFails: [true, ['TYPE A', '502 no types here']] });
    expect(verbs).not.toContain('TYPE');
  });

  test('files are not moved, as nobody knows what became of their bytes', async () => {
    const { again } = await connectTwice({ replies });
    const sink = intoMemory();
    expect(await faultOf(again.retrieve('/notes.txt', sink, transferOptions(IMAGE)))).toMatchObject({
      kind: 'reply',
      command: 'TYPE',
      code: 502,
      stage: 'preparing',
    });
    expect(sink.content()).toHaveLength(0);
  });

  test('files are moved where the site says that the only type is the right one', async () => {
    const { ftp } = await loggedIn(
      { files, replies: { ...replies, SIZE: '213 3000' } },
      { overrides: { typeFails: true } },
    );
    const sink = intoMemory();
    await ftp.retrieve('/notes.txt', sink, transferOptions(IMAGE));
    expect(await ftp.size('/notes.txt')).toBe(3_000);
    expect(sink.content()).toHaveLength(3_000);
  });
});

describe('the server does not say where the login led', () => {
  test.each(['257 ""', '257 "" is current directory.', '502 no', '550 not allowed'])(
    'PWD answered by %s: the folder is listed',
    async (PWD) => {
      const { facts, again } = await connectTwice({ replies: { PWD } });
      expect(facts).toEqual({ pwdFails: [true, ['PWD', PWD]] });
      expect(again.home).toBe('/');
    },
  );

  test('a folder that is opened has the path it was opened by', async () => {
    const { again } = await connectTwice({ replies: { PWD: '257 ""' } });
    expect(await again.changeDirectory('/photos')).toBe('/photos');
    expect(await again.workingDirectory()).toBe('/photos');
    expect(await again.toParentDirectory()).toBe('/');
  });

  test('one that says so again is believed again', async () => {
    const { options, again } = await connectTwice({ replies: { PWD: ['257 ""', null] } });
    expect(again.home).toBe('/');
    expect(options.learned.pwdFails).toBe(false);
  });
});

test('all of it at once: the folder is listed', async () => {
  const { facts } = await connectTwice({
    replies: {
      ...{ EPSV: '500 no', PASV: '500 no', EPRT: '500 no', FEAT: '500 no', OPTS: '500 no', TYPE: '500 no' },
      ...{ PWD: '500 no', SYST: '500 no', 'LIST -a': '550 no' },
    },
  });
  const shown: (keyof LearnedFacts)[] = ['eprtFails', 'featFails', 'passiveFails', 'pwdFails', 'typeFails'];
  expect(Object.keys(facts).toSorted()).toEqual(expect.arrayContaining(shown));
});

describe('what the site says against experience', () => {
  test('stays as it is, and is heeded', async () => {
    const { connect, options, said } = await converse(
      { files, replies: { MLSD: '502 no' } },
      { overrides: { mlsdFails: false, pwdFails: true } },
    );
    options.learned.pwdFails = true;
    const ftp = await connect();
    expect(await listHome(ftp)).toEqual(NAMES);
    expect(options.learned).toMatchObject({ mlsdFails: false, pwdFails: true });
    expect(said()).toContain('MLSD');
  });
});
