import { expect, test } from 'vitest';
import type { ConnectOptions, UserFtp } from '../../src/main/ftp/engine.ts';
import { nothingLearned } from '../../src/shared/model/learned-fact.ts';
import { DEFAULT_LISTING, type ListingCommand } from '../../src/shared/model/listing-choice.ts';
import { faultOf, loggedIn } from './conversation.ts';

const files = { 'd/a': '1', 'd/b c': '2', 'd/sub/x': '3' };

interface Shown {
  readonly name: string;
  readonly type: string;
}

const entriesOf = async (ftp: UserFtp, path: string): Promise<readonly Shown[]> => {
  const found: Shown[] = [];
  await ftp.list(path, {
    signal: null,
    onEntries: (entries) => found.push(...entries.map(({ name, type }) => ({ name, type }))),
  });
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

const ALL = [
  { name: 'a', type: 'file' },
  { name: 'b c', type: 'file' },
  { name: 'sub', type: 'directory' },
];
const NAMES = ALL.map(({ name }) => ({ name, type: 'unknown' }));

const listings = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => /^(MLSD|LIST|NLST|STAT)/.test(line));

const learning = (): { readonly told: unknown[]; readonly onLearned: ConnectOptions['onLearned'] } => {
  const told: unknown[] = [];
  return { told, onLearned: (fact, value, evidence) => told.push([fact, value, evidence]) };
};

test('a server that has forgotten what MLSD is, though FEAT promises it, is asked by LIST from then on', async () => {
  const { told, onLearned } = learning();
  const { ftp, said } = await loggedIn({ files, replies: { MLSD: '500 what?' } }, { onLearned });
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(listings(said())).toEqual(['MLSD', 'LIST -a', 'LIST -a']);
  expect(told).toContainEqual(['mlsdFails', true, ['MLSD', '500 what?']]);
});

test('a server whose MLSD answers with what LIST would say is asked by LIST from then on', async () => {
  const { told, onLearned } = learning();
  const content = '-rw-r--r-- 1 a b 1 Nov 20 10:00 x\r\n';
  const { ftp, said } = await loggedIn({ files, data: { MLSD: { content } } }, { onLearned });
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(listings(said())).toEqual(['MLSD', 'LIST -a', 'LIST -a']);
  expect(told).toContainEqual(['mlsdFails', true, ['MLSD', '226 Transfer complete.', content.trim()]]);
});

test('that -a is a name here is remembered, with what showed it, and the next program run asks once', async () => {
  const { told, onLearned } = learning();
  const script = { files, features: [], replies: { 'LIST -a': '550 no -a here' } };
  const { ftp, options } = await loggedIn(script, { onLearned });
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(told).toEqual([['listAllFails', true, ['LIST', '550 no -a here']]]);
  const later = await loggedIn(script, { learned: options.learned });
  expect(await entriesOf(later.ftp, '/d')).toEqual(ALL);
  expect(listings(later.said())).toEqual(['LIST']);
});

test('a directory that may not be listed says nothing about -a', async () => {
  const { told, onLearned } = learning();
  const { ftp } = await loggedIn(
    { files, features: [], replies: { LIST: '550 denied', NLST: '550 denied' } },
    { onLearned },
  );
  expect(await faultOf(entriesOf(ftp, '/d'))).toMatchObject({ kind: 'reply', command: 'LIST', code: 550 });
  expect(told).toEqual([]);
});

test('a server that takes -a for a name and says so in the listing is asked without it', async () => {
  const data = { 'LIST -a': { content: 'ls: -a: No such file or directory\r\n' } };
  const { ftp, said } = await loggedIn({ files, features: [], data });
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(listings(said())).toEqual(['LIST -a', 'LIST', 'LIST']);
});

test('a server without LIST shows the names that NLST tells, and is asked by NLST from then on', async () => {
  const { told, onLearned } = learning();
  const { ftp, said } = await loggedIn({ files, features: [], replies: { LIST: '502 no' } }, { onLearned });
  expect(await entriesOf(ftp, '/d')).toEqual(NAMES);
  expect(await entriesOf(ftp, '/d')).toEqual(NAMES);
  expect(listings(said())).toEqual(['LIST -a', 'LIST', 'NLST', 'NLST']);
  expect(told).toEqual([['listFails', true, ['LIST', '502 no']]]);
});

test('where NLST stops working LIST gets another chance', async () => {
  const { ftp, said, options } = await loggedIn(
    { files, features: [], replies: { NLST: '502 no' } },
    { learned: { ...nothingLearned(), listFails: true } },
  );
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(listings(said())).toEqual(['NLST', 'LIST -a']);
  expect(options.learned.listFails).toBe(false);
});

test('names that NLST writes with the way to them are those of the directory, and others are not understood', async () => {
  const content = './a\r\n/d/b c\r\n.\r\n..\r\n/elsewhere/x\r\n\r\n';
  const { ftp } = await loggedIn({ files, data: { NLST: { content } } }, chosen('NLST'));
  const found: Shown[] = [];
  const summary = await ftp.list('/d', {
    signal: null,
    onEntries: (entries) => found.push(...entries.map(({ name, type }) => ({ name, type }))),
  });
  expect(found.map(({ name }) => name)).toEqual(['a', 'b c']);
  expect(summary).toEqual({ entries: 2, notUnderstood: ['/elsewhere/x'], notUnderstoodCount: 1 });
});

const chosen = (command: ListingCommand): Partial<ConnectOptions> => ({ listing: { ...DEFAULT_LISTING, command } });

test.each([
  ['MLSD', ALL, ['MLSD']],
  ['LIST -a', ALL, ['LIST -a']],
  ['LIST', ALL, ['LIST']],
  ['NLST', NAMES, ['NLST']],
  ['STAT', ALL, ['STAT -a .']],
] as const)('a site that says %s gets that and nothing else', async (command, expected, lines) => {
  const { ftp, said } = await loggedIn({ files }, chosen(command));
  expect(await entriesOf(ftp, '/d')).toEqual(expected);
  expect(listings(said())).toEqual(lines);
});

test('a command that the site says and the server refuses is a fault, and nothing is learned', async () => {
  const { told, onLearned } = learning();
  const { ftp } = await loggedIn({ files, replies: { MLSD: '502 no' } }, { ...chosen('MLSD'), onLearned });
  expect(await faultOf(entriesOf(ftp, '/d'))).toMatchObject({ kind: 'reply', command: 'MLSD', code: 502 });
  expect(told).toEqual([]);
});

test('in a format that the site says, lines of another are counted and shown, never dropped', async () => {
  const content = '11-20-26  10:00AM                    1 a.txt\r\n-rw-r--r-- 1 a b 1 Nov 20 10:00 b.txt\r\n';
  const { ftp } = await loggedIn(
    { files, data: { LIST: { content } } },
    { listing: { ...DEFAULT_LISTING, command: 'LIST', format: 'dos' } },
  );
  const found: string[] = [];
  const summary = await ftp.list('/d', {
    signal: null,
    onEntries: (some) => found.push(...some.map(({ name }) => name)),
  });
  expect(found).toEqual(['a.txt']);
  expect(summary).toEqual({
    entries: 1,
    notUnderstood: ['-rw-r--r-- 1 a b 1 Nov 20 10:00 b.txt'],
    notUnderstoodCount: 1,
  });
});

test.each(['550 No files found.', '550 No members found.', '450 No data sets found'])(
  'a folder that is there and empty opens although the server answers %s',
  async (reply) => {
    const { ftp } = await loggedIn({ files: { 'empty/': '' }, features: [], replies: { LIST: reply } });
    expect(await entriesOf(ftp, '/empty')).toEqual([]);
  },
);

test('a folder that is there and empty opens although LIST is refused, where NLST ends without a name', async () => {
  const { ftp, options } = await loggedIn({
    files: { 'empty/': '' },
    features: [],
    replies: { LIST: '550 Requested action not taken.' },
  });
  expect(await entriesOf(ftp, '/empty')).toEqual([]);
  expect(options.learned.listFails).toBe(false);
});

test('what a site says against experience stands: MLSD is tried although it failed', async () => {
  const { ftp, options } = await loggedIn({ files, replies: { MLSD: '502 no' } }, { overrides: { mlsdFails: false } });
  expect(await entriesOf(ftp, '/d')).toEqual(ALL);
  expect(options.learned.mlsdFails).toBe(false);
});
