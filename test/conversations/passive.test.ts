import { expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import type { OnLearned, UserFtp } from '../../src/main/ftp/engine.ts';
import { converse, faultOf, intoMemory, loggedIn, transferOptions } from './conversation.ts';

const files = { a: 'hello' };
const fetchA = async (ftp: UserFtp): Promise<string> => {
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions(IMAGE));
  return sink.content().toString();
};

test('EPSV comes first', async () => {
  const { ftp, said } = await loggedIn({ files });
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a']);
});

test('whether EPSV works is tried and not read from FEAT, where many servers leave it out', async () => {
  const { ftp, said } = await loggedIn({ files, features: ['SIZE'] });
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a']);
});

test('EPSV refused: PASV, and remembered', async () => {
  const told: unknown[] = [];
  const onLearned: OnLearned = (...learned) => void told.push(learned);
  const { ftp, said, options, notes } = await loggedIn({ files, replies: { EPSV: '500 what?' } }, { onLearned });
  expect(await fetchA(ftp)).toBe('hello');
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'PASV', 'RETR /a', 'PASV', 'RETR /a']);
  expect(options.learned.epsvFails).toBe(true);
  expect(notes).toContain('learned about this server: EPSV does not work, data connections begin with PASV');
  expect(told).toEqual([['epsvFails', true, ['EPSV', '500 what?']]]);
});

test('EPSV is taken but its port is blocked: PASV at once, and remembered', async () => {
  const { ftp, said, options } = await loggedIn({ files, passive: { EPSV: { leadsNowhere: true } } });
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'PASV', 'RETR /a']);
  expect(options.learned.epsvFails).toBe(true);
});

test('a 229 nobody can read: PASV', async () => {
  const { ftp } = await loggedIn({ files, replies: { EPSV: '229 somewhere' } });
  expect(await fetchA(ftp)).toBe('hello');
});

test.each([
  ['behind a translator that was forgotten', '10.255.255.1'],
  ['that does not know its own address', '0.0.0.0'],
  ['that would have us knock at this machine', '127.0.0.9'],
  ['that would have us ask a cloud for its secrets', '169.254.169.254'],
])('a server %s names %s in its 227: the control connection’s host is used', async (_, host) => {
  const { ftp, notes, options } = await loggedIn({
    files,
    replies: { EPSV: '500 no' },
    passive: { PASV: { host } },
  });
  expect(await fetchA(ftp)).toBe('hello');
  expect(notes).toContain(`the server announced ${host}; 127.0.0.1 is used instead`);
  expect(options.learned.passiveHostDiffers).toBe(true);
});

test('a host in the 227 is believed only where the site says so', async () => {
  const script = { files, passive: { PASV: { host: '127.0.0.2' } } };
  const { ftp } = await loggedIn(script, {
    trustPassiveHost: true,
    dataConnection: 'passive',
    learned: { ...nothingLearned(), epsvFails: true },
  });
  expect(await faultOf(fetchA(ftp))).toMatchObject({ kind: 'data-connection', stage: 'preparing', cause: 'refused' });
});

test('both lead nowhere: active, and remembered', async () => {
  const { ftp, said, options } = await loggedIn({
    files,
    passive: { EPSV: { leadsNowhere: true }, PASV: { leadsNowhere: true } },
  });
  expect(await fetchA(ftp)).toBe('hello');
  expect(await fetchA(ftp)).toBe('hello');
  expect(said().map((line) => line.split(' ', 1)[0])).toEqual(['TYPE', 'EPSV', 'PASV', 'EPRT', 'RETR', 'EPRT', 'RETR']);
  expect(options.learned).toMatchObject({ passiveFails: true, epsvFails: false });
});

test('where only passive is wanted, its failure is the fault', async () => {
  const { ftp } = await loggedIn({ files, replies: { EPSV: '500 no', PASV: '500 no' } }, { dataConnection: 'passive' });
  expect(await faultOf(fetchA(ftp))).toMatchObject({ kind: 'reply', command: 'PASV', code: 500, stage: 'preparing' });
  await ftp.noop();
});

test('over IPv6 there is EPSV alone', async () => {
  const { ftp, said } = await loggedIn({ files, address: '::1' }, { host: '::1' });
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a']);
});

test('a network that lets EPSV alone through: EPSV ALL at login, and nothing else ever', async () => {
  const { server, options, connect, said } = await converse({ files }, { dataConnection: 'extended-passive' });
  const ftp = await connect();
  expect(server.commands).toContain('EPSV ALL');
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a']);
  expect(options.learned.epsvFails).toBe(false);
});

test.each(['500 what?', '501 no'])('EPSV ALL answered %s: EPSV is used all the same', async (refusal) => {
  const changes = { dataConnection: 'extended-passive' } as const;
  const { ftp } = await loggedIn({ files, replies: { 'EPSV ALL': refusal } }, changes);
  expect(await fetchA(ftp)).toBe('hello');
});

test('with EPSV alone, a refused EPSV is the fault', async () => {
  const changes = { dataConnection: 'extended-passive', learned: { ...nothingLearned(), epsvFails: true } } as const;
  const { ftp, said } = await loggedIn({ files, replies: { EPSV: '500 no' } }, changes);
  expect(await faultOf(fetchA(ftp))).toMatchObject({ kind: 'reply', command: 'EPSV', code: 500 });
  expect(said()).toEqual(['TYPE I', 'EPSV']);
});

test('a server of several machines is told beforehand what will be transferred', async () => {
  const { ftp, said } = await loggedIn({ files, features: ['PRET'], replies: { PRET: '200 OK' } });
  expect(await fetchA(ftp)).toBe('hello');
  await ftp.list('/', { signal: null, onEntries: () => {} });
  expect(said()).toEqual([
    ...['TYPE I', 'PRET RETR /a', 'EPSV', 'RETR /a'],
    ...['CWD /', 'TYPE A', 'PRET LIST -a', 'EPSV', 'LIST -a'],
  ]);
});

test('what PRET is answered does not matter', async () => {
  const { ftp } = await loggedIn({ files, features: ['PRET'], replies: { PRET: '550 no such file' } });
  expect(await fetchA(ftp)).toBe('hello');
});
