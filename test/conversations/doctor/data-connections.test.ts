import { expect, test } from 'vitest';
import { examined } from './examined.ts';

const files = { 'a.txt': 'hello' };

test('EPSV refused: PASV from the start', async () => {
  const { of, verdicts, listedWithFixes } = await examined({ files, replies: { EPSV: '500 no' } });
  expect(of('epsv')).toMatchObject({ verdict: 'refused', facts: { words: '500 no' } });
  expect(verdicts).toContain('pasv: works');
  expect(of('data')).toMatchObject({ verdict: 'pasvOnly', fix: { overrides: { epsvFails: true } } });
  const { names, said } = await listedWithFixes();
  expect(names).toEqual(['a.txt']);
  expect(said).toContain('PASV');
  expect(said).not.toContain('EPSV');
});

test('EPSV accepted, and its port is blocked: PASV from the start', async () => {
  const { of, listedWithFixes } = await examined({ files, passive: { EPSV: { leadsNowhere: true } } });
  expect(of('epsv').verdict).toBe('blocked');
  expect(of('data')).toMatchObject({ verdict: 'pasvOnly', fix: { overrides: { epsvFails: true } } });
  expect((await listedWithFixes()).said).not.toContain('EPSV');
});

test('every passive port is blocked by a firewall: active, which works', async () => {
  const passive = { EPSV: { leadsNowhere: true }, PASV: { leadsNowhere: true } };
  const { of, troubles, listedWithFixes } = await examined({ files, passive });
  expect(of('pasv').verdict).toBe('blocked');
  expect(of('data')).toMatchObject({ verdict: 'activeOnly', fix: { dataConnection: 'active' } });
  expect(troubles).toEqual(['data: activeOnly']);
  const { names, said } = await listedWithFixes();
  expect(names).toEqual(['a.txt']);
  expect(said.filter((line) => /^(EPSV|PASV)/.test(line))).toEqual([]);
});

test('only PORT is left: it is taken at once', async () => {
  const replies = { EPSV: '500 no', PASV: '500 no', EPRT: '500 no' };
  const { of, listedWithFixes } = await examined({ files, replies });
  expect(of('data')).toMatchObject({ fix: { dataConnection: 'active', overrides: { eprtFails: true } } });
  const { said } = await listedWithFixes();
  expect(said.filter((line) => /^(EPSV|PASV|EPRT|PORT)/.test(line)).map((line) => line.slice(0, 4))).toEqual(['PORT']);
});

test('a site that is set to active behind a router that lets no call in: passive', async () => {
  const replies = { EPRT: '425 no', PORT: '425 no' };
  const { of, listedWithFixes } = await examined({ files, replies }, { dataConnection: 'active' });
  expect(of('data')).toMatchObject({ verdict: 'passiveOnly', fix: { dataConnection: 'passive' } });
  expect((await listedWithFixes()).said).toContain('EPSV');
});

test('PASV names 0.0.0.0 behind a NAT: the address is not used, and nothing has to be changed', async () => {
  const { of, troubles } = await examined({ files, passive: { PASV: { host: '0.0.0.0' } } });
  expect(of('pasv')).toMatchObject({ verdict: 'otherHost', outcome: 'note', facts: { announced: '0.0.0.0' } });
  expect(troubles).toEqual([]);
});

test('the data port is at another address of the server, which PASV names rightly: the fix believes it', async () => {
  const passive = { PASV: { host: '127.0.0.2', listensThere: true } };
  const replies = { EPSV: '500 no', EPRT: '500 no', PORT: '500 no' };
  const { of, troubles, listedWithFixes } = await examined({ files, passive, replies });
  expect(of('pasv')).toMatchObject({ verdict: 'otherHostOnly', facts: { announced: '127.0.0.2', host: '127.0.0.1' } });
  expect(of('data')).toMatchObject({
    verdict: 'otherHost',
    fix: { trustPassiveHost: true, overrides: { epsvFails: true } },
  });
  expect(troubles).toEqual(['data: otherHost']);
  expect((await listedWithFixes()).names).toEqual(['a.txt']);
});

test('no way to a data connection: folders are listed over the control connection', async () => {
  const replies = { EPSV: '500 no', PASV: '500 no', EPRT: '500 no', PORT: '500 no' };
  const { of, listedWithFixes } = await examined({ files, replies });
  expect(of('data')).toMatchObject({ verdict: 'none', outcome: 'failed', fix: null });
  expect(of('listing')).toMatchObject({ verdict: 'statAlone', fix: { listing: { command: 'STAT' } } });
  const { names, said } = await listedWithFixes();
  expect(names).toEqual(['a.txt']);
  expect(said.filter((line) => /^(EPSV|PASV|EPRT|PORT)/.test(line))).toEqual([]);
});

test('no way to a data connection, and no listing without one: told, and nothing is proposed', async () => {
  const replies = { EPSV: '500 no', PASV: '500 no', EPRT: '500 no', PORT: '500 no', STAT: '502 no' };
  const { of, verdicts } = await examined({ files, replies });
  expect(of('data')).toMatchObject({ verdict: 'none', fix: null });
  expect(verdicts.at(-1)).toBe('listing: noData');
});

test('a site that has been mended is well', async () => {
  const passive = { EPSV: { leadsNowhere: true }, PASV: { leadsNowhere: true } };
  const { troubles } = await examined({ files, passive }, { dataConnection: 'active' });
  expect(troubles).toEqual([]);
});
