import { expect, test } from 'vitest';
import type { ConnectOptions, UserFtp } from '../../src/main/ftp/engine.ts';
import { nothingLearned } from '../../src/shared/model/learned-fact.ts';
import { DEFAULT_LISTING } from '../../src/shared/model/listing-choice.ts';
import { faultOf, intoMemory, loggedIn, transferOptions } from './conversation.ts';

const files = { 'd/a': '1', 'd/b c': '2', 'd/sub/x': '3' };

/** No data connection can be had at all, as behind a firewall that lets only port 21 through. */
const NO_DATA = {
  passive: { EPSV: { leadsNowhere: true }, PASV: { leadsNowhere: true } },
  replies: { EPRT: '500 no', PORT: '500 no' },
} as const;

const BY_STAT: Partial<ConnectOptions> = { listing: { ...DEFAULT_LISTING, command: 'STAT' } };

const namesOf = async (ftp: UserFtp, path: string): Promise<readonly string[]> => {
  const found: string[] = [];
  await ftp.list(path, { signal: null, onEntries: (entries) => found.push(...entries.map(({ name }) => name)) });
  return found.toSorted();
};

const listings = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => /^(MLSD|LIST|NLST|STAT|EPSV)/.test(line));

test('a person behind a firewall that lets no data connection through still sees the listing, at once the next time', async () => {
  const told: unknown[] = [];
  const { ftp, said, options } = await loggedIn(
    { files, ...NO_DATA },
    { onLearned: (fact, value) => told.push([fact, value]) },
  );
  expect(await namesOf(ftp, '/d')).toEqual(['a', 'b c', 'sub']);
  said();
  expect(await namesOf(ftp, '/d/sub')).toEqual(['x']);
  expect(listings(said())).toEqual(['STAT -a .']);
  expect(told).toContainEqual(['statLists', true]);
  expect(options.learned.passiveFails).toBe(false);
});

test('where the server is known to be behind a firewall no data connection is announced along with the login', async () => {
  const { ftp, server } = await loggedIn(
    { files, ...NO_DATA },
    { expects: 'listing', learned: { ...nothingLearned(), statLists: true } },
  );
  expect(await namesOf(ftp, '/d')).toEqual(['a', 'b c', 'sub']);
  expect(listings(server.commands)).toEqual(['STAT -a .']);
});

test('that it is the firewall is the fault where the server does not list by STAT either', async () => {
  const { ftp, options } = await loggedIn({ files, ...NO_DATA, replies: { ...NO_DATA.replies, STAT: '502 no' } });
  expect(await faultOf(namesOf(ftp, '/d'))).toMatchObject({ kind: 'data-connection' });
  expect(options.learned.statLists).toBe(false);
  await ftp.noop();
});

test('a STAT that tells of the server and not of the directory is no listing', async () => {
  const status = '211-Status of the server\r\n Connected from localhost\r\n TYPE: ASCII\r\n211 End\r\n';
  const { ftp } = await loggedIn({ files, ...NO_DATA, replies: { ...NO_DATA.replies, STAT: status } });
  expect(await faultOf(namesOf(ftp, '/d'))).toMatchObject({ kind: 'data-connection' });
});

test('where data connections can be had again, directories are listed over them again', async () => {
  const { ftp, said, options } = await loggedIn({ files }, { learned: { ...nothingLearned(), statLists: true } });
  expect(await namesOf(ftp, '/d')).toEqual(['a', 'b c', 'sub']);
  await ftp.retrieve('/d/a', intoMemory(), transferOptions());
  expect(options.learned.statLists).toBe(false);
  said();
  await namesOf(ftp, '/d');
  expect(listings(said())).toContain('MLSD');
});

test('a server that takes -a for a name is asked for the dot alone from then on', async () => {
  const { ftp, said } = await loggedIn({ files, replies: { 'STAT -a .': '550 no such file' } }, BY_STAT);
  expect(await namesOf(ftp, '/d')).toEqual(['a', 'b c', 'sub']);
  expect(await namesOf(ftp, '/d')).toEqual(['a', 'b c', 'sub']);
  expect(listings(said())).toEqual(['STAT -a .', 'STAT .', 'STAT .']);
});

test.each([
  ['213-Status follows:', '-rw-r--r-- 1 a b 1 Nov 20 10:00  x', '213 End of status'],
  ['212-Status of .:', ' -rw-r--r-- 1 a b 1 Nov 20 10:00  x', '212 End of status'],
  ['211-status of .:', '211-total 4\r\n211--rw-r--r-- 1 a b 1 Nov 20 10:00  x', '211 End of Status'],
])('a listing in %s is read line by line, spaces of names and all', async (first, lines, last) => {
  const { ftp } = await loggedIn({ files, replies: { STAT: `${first}\r\n${lines}\r\n${last}\r\n` } }, BY_STAT);
  expect(await namesOf(ftp, '/d')).toEqual([' x']);
});

test('a name that is not UTF-8 keeps its bytes over the control connection as well', async () => {
  const reply = Buffer.concat([
    Buffer.from('213-x:\r\n-rw-r--r-- 1 a b 1 Nov 20 10:00 m'),
    Buffer.of(0xfc),
    Buffer.from('ll\r\n-rw-r--r-- 1 a b 1 Nov 20 10:00 Größe\r\n213 End\r\n'),
  ]);
  const { ftp } = await loggedIn({ files, replies: { STAT: reply } }, BY_STAT);
  expect(await namesOf(ftp, '/d')).toEqual(['Größe', 'm\uDCFCll']);
});

test('a router that shows the parent in every folder is not believed', async () => {
  const root = '213-Status:\r\ndrwxr-xr-x 2 a b 4096 Nov 20 10:00 d\r\n213 End\r\n';
  const { ftp } = await loggedIn({ files, replies: { STAT: root } }, BY_STAT);
  expect(await namesOf(ftp, '/')).toEqual(['d']);
  expect(await faultOf(namesOf(ftp, '/d'))).toMatchObject({ kind: 'listing', reason: 'not-understood' });
  expect(await namesOf(ftp, '/')).toEqual(['d']);
});

test('a directory that cannot be entered is a fault, and not the listing of where we were', async () => {
  const { ftp } = await loggedIn({ files }, BY_STAT);
  expect(await faultOf(namesOf(ftp, '/none'))).toMatchObject({ kind: 'reply', command: 'CWD', code: 550 });
});

test('an empty directory is empty by STAT', async () => {
  const { ftp } = await loggedIn({ files: { 'empty/': '' } }, BY_STAT);
  expect(await namesOf(ftp, '/empty')).toEqual([]);
});
