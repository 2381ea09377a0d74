import { expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import type { OnLearned, UserFtp } from '../../src/main/ftp/engine.ts';
import { faultOf, intoMemory, loggedIn, transferOptions } from './conversation.ts';

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

test('EPSV leads nowhere: PASV, and remembered', async () => {
  const { ftp, said, options } = await loggedIn({ files, passive: { EPSV: { leadsNowhere: true } } });
  expect(await fetchA(ftp)).toBe('hello');
  expect(said()).toEqual(['TYPE I', 'EPSV', 'PASV', 'RETR /a']);
  expect(options.learned.epsvFails).toBe(true);
});

test('a 229 nobody can read: PASV', async () => {
  const { ftp } = await loggedIn({ files, replies: { EPSV: '229 somewhere' } });
  expect(await fetchA(ftp)).toBe('hello');
});

test('PASV lies about its host: the control connection’s is used', async () => {
  const { ftp, notes } = await loggedIn({
    files,
    replies: { EPSV: '500 no' },
    passive: { PASV: { host: '10.255.255.1' } },
  });
  expect(await fetchA(ftp)).toBe('hello');
  expect(notes).toContain('the server announced 10.255.255.1; 127.0.0.1 is used instead');
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
