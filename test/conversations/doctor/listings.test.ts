import { expect, test } from 'vitest';
import { examined } from './examined.ts';

const files = { 'a.txt': 'hello', 'b.txt': 'x', 'docs/c.txt': 'y' };

test('MLSD promised and refused: LIST', async () => {
  const { of, troubles, listedWithFixes } = await examined({ files, replies: { MLSD: '502 not here' } });
  expect(of('listing')).toMatchObject({ verdict: 'mlsdRefused', fix: { listing: { command: 'LIST' } } });
  expect(troubles).toEqual(['listing: mlsdRefused']);
  const { names, said } = await listedWithFixes();
  expect(names.toSorted()).toEqual(['a.txt', 'b.txt', 'docs']);
  expect(said).not.toContain('MLSD');
});

test('MLSD shows one of three entries: LIST, which shows all', async () => {
  const data = { MLSD: { content: 'type=file;size=5;modify=20260101000000; a.txt\r\n' } };
  const { of } = await examined({ files, data });
  expect(of('listing')).toMatchObject({
    verdict: 'mlsdLacks',
    facts: { missing: 2 },
    evidence: ['b.txt', 'docs'],
    fix: { listing: { command: 'LIST' } },
  });
});

test('only names can be had: NLST', async () => {
  const replies = { 'LIST -a': '502 no', LIST: '502 no', MLSD: '502 no' };
  const { of, listedWithFixes } = await examined({ files, replies, features: ['UTF8'] });
  expect(of('listing')).toMatchObject({ verdict: 'namesAlone', fix: { listing: { command: 'NLST' } } });
  expect((await listedWithFixes()).names.toSorted()).toEqual(['a.txt', 'b.txt', 'docs']);
});

test('a line of LIST that no format understands is shown', async () => {
  const content = '-rw-r--r-- 1 anna users 5 Jan 01 2026 a.txt\r\n???? what is this\r\n';
  const { of } = await examined({ files, features: ['UTF8'], data: { LIST: { content }, 'LIST -a': { content } } });
  expect(of('listing')).toMatchObject({
    verdict: 'notUnderstood',
    facts: { number: 1 },
    evidence: ['???? what is this'],
  });
});

test('names that are not UTF-8 are found', async () => {
  const content = Buffer.from('type=file;size=5;modify=20260101000000; Gr\u00F6\u00DFe.txt\r\n', 'latin1');
  const { of } = await examined({
    files,
    data: { MLSD: { content }, LIST: { content: '' }, 'LIST -a': { content: '' } },
  });
  expect(of('encoding').outcome).toBe('problem');
});
