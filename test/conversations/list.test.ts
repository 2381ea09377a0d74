import { expect, test } from 'vitest';
import type { UserFtp } from '../../src/main/ftp/engine.ts';
import { faultOf, loggedIn } from './conversation.ts';

const names = async (ftp: UserFtp, path: string): Promise<string[]> => {
  const found: string[] = [];
  const onEntries = (entries: readonly { readonly name: string }[]): void => {
    found.push(...entries.map(({ name }) => name));
  };
  await ftp.list(path, { signal: null, onEntries });
  return found.toSorted();
};

const files = { 'd/a': '1', 'd/b c': '2', '-la/x': '3', ' sp ace /y': '4', '[1]*/z': '5' };

test('MLSD where FEAT promises it, in the directory, in TYPE A', async () => {
  const { ftp, said } = await loggedIn({ files });
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(said()).toEqual(['CWD /d', 'TYPE A', 'EPSV', 'MLSD']);
});

test('MLSD promised and refused: LIST, remembered', async () => {
  const { ftp, said, options } = await loggedIn({ files, replies: { MLSD: '502 no' } });
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(said().filter((line) => /MLSD|LIST/.test(line))).toEqual(['MLSD', 'LIST -a', 'LIST -a']);
  expect(options.learned.mlsdFails).toBe(true);
});

test('MLSD refused for one directory: LIST for that one', async () => {
  const { ftp, options } = await loggedIn({ files, replies: { MLSD: ['550 not here', null] } });
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(options.learned.mlsdFails).toBe(false);
});

test.each(['LIST', 'MLSD'])('%s: names that look like options or patterns, or hold spaces', async (verb) => {
  const { ftp } = await loggedIn({ files, ...(verb === 'LIST' ? { features: [] } : {}) });
  expect(await names(ftp, '/-la')).toEqual(['x']);
  expect(await names(ftp, '/ sp ace ')).toEqual(['y']);
  expect(await names(ftp, '/[1]*')).toEqual(['z']);
});

test('a server to which -a is a name: LIST alone, remembered', async () => {
  const { ftp, said } = await loggedIn({ files, features: [], replies: { 'LIST -a': '550 no -a here' } });
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(said().filter((line) => /LIST/.test(line))).toEqual(['LIST -a', 'LIST', 'LIST']);
});

test('a server that lists nothing for -a: LIST alone, remembered', async () => {
  const { ftp, said } = await loggedIn({ files, features: [], data: { 'LIST -a': { content: '' } } });
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(await names(ftp, '/d')).toEqual(['a', 'b c']);
  expect(said().filter((line) => /LIST/.test(line))).toEqual(['LIST -a', 'LIST', 'LIST']);
});

test('a directory that cannot be entered is a fault, and nothing is listed', async () => {
  const { ftp, said } = await loggedIn({ files });
  expect(await faultOf(names(ftp, '/none'))).toMatchObject({
    kind: 'reply',
    command: 'CWD',
    code: 550,
    stage: 'preparing',
  });
  expect(said()).not.toContain('MLSD');
  await ftp.noop();
});

test('a listing leaves the person where he is', async () => {
  const { ftp, said } = await loggedIn({ files });
  await names(ftp, '/d');
  said();
  expect(await ftp.workingDirectory()).toBe('/');
  expect(said()).toEqual(['CWD /', 'PWD']);
});

test('a listing that ends in 426 is a fault', async () => {
  const { ftp } = await loggedIn({ files, data: { MLSD: { stopAfter: 10, completion: '426 cut' } } });
  expect(await faultOf(names(ftp, '/d'))).toMatchObject({ kind: 'reply', command: 'MLSD', code: 426 });
});
