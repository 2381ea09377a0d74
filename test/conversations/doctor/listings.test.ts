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

test('one latin-1 name among others: found, read, and the encoding is put into the site', async () => {
  const names = ['Gr\u00F6\u00DFe.txt', '\u00DCbersicht.txt', 'plain.txt'];
  const content = Buffer.from(
    names.map((name) => `type=file;size=5;modify=20260101000000; ${name}\r\n`).join(''),
    'latin1',
  );
  const data = { MLSD: { content }, LIST: { content: '' }, 'LIST -a': { content: '' } };
  const { of } = await examined({ files, data });
  const found = of('encoding');
  expect(found).toMatchObject({ verdict: 'other', facts: { number: 2, name: 'Gr\u00F6\u00DFe.txt' } });
  expect(found.fix?.encoding).toMatch(/^(latin1|iso-?8859-?1|windows-?1252)$/i);
  // With that in the site all is well.
  const mended = await examined({ files, data }, { encoding: found.fix?.encoding ?? '' });
  expect(mended.of('encoding').verdict).toBe('chosen');
});

test('a site that reads UTF-8 as something else', async () => {
  const { of } = await examined({ files: { 'Gr\u00F6\u00DFe.txt': 'x' } }, { encoding: 'latin1' });
  expect(of('encoding')).toMatchObject({ verdict: 'isUtf8', fix: { encoding: 'auto' } });
});
