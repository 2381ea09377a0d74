import { expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(600_000);
const NEEDED = '532 Need account for storing files.';
const script = (verb: string, refusal = NEEDED) => ({
  files: { a: 'hello' },
  replies: { [verb]: [{ say: refusal, act: false }, null], ACCT: '230 Thank you.' },
});

test.each([
  ['DELE', '/a'],
  ['MKD', '/new'],
  ['SIZE', '/a'],
])('532 to %s: the account, and the command again', async (verb, path) => {
  const { ftp, said } = await loggedIn(script(verb), { account: 'acc' });
  if (verb === 'DELE') await ftp.delete(path);
  else if (verb === 'MKD') await ftp.makeDirectory(path);
  else expect(await ftp.size(path)).toBe(5);
  expect(said().filter((line) => line !== 'TYPE I')).toEqual([`${verb} ${path}`, 'ACCT acc', `${verb} ${path}`]);
});

test.each([NEEDED, '332 Need account.'])('%j to RNTO: the whole group again', async (refusal) => {
  const { ftp, said } = await loggedIn(script('RNTO', refusal), { askAccount: async () => 'acc' });
  await ftp.rename('/a', '/b');
  expect(said()).toEqual(['RNFR /a', 'RNTO /b', 'ACCT acc', 'RNFR /a', 'RNTO /b']);
});

test('532 to STOR: what was sent already is sent again', async () => {
  const { ftp, server, said } = await loggedIn(script('STOR'), { account: 'acc' });
  const options = transferOptions();
  const { bytes } = await ftp.store('/b', fromMemory(content), options);
  expect((await server.content('/b')).equals(content)).toBe(true);
  expect([bytes, options.counter.bytes]).toEqual([content.length, content.length]);
  expect(said().filter((line) => !line.startsWith('EPSV'))).toEqual(['TYPE I', 'STOR /b', 'ACCT acc', 'STOR /b']);
});

test('532 to RETR and to a listing', async () => {
  const replies = { ...script('RETR').replies, MLSD: [NEEDED, null], LIST: [NEEDED, NEEDED, null] } as const;
  const { ftp } = await loggedIn({ files: { a: 'hello' }, replies }, { account: 'acc' });
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions());
  expect(sink.content().toString()).toBe('hello');
  const names: string[] = [];
  const onEntries = (entries: readonly { readonly name: string }[]): void => {
    for (const { name } of entries) names.push(name);
  };
  await ftp.list('/', { signal: null, onEntries });
  expect(names).toEqual(['a']);
});

test('the group is begun again once', async () => {
  const { ftp, said } = await loggedIn({ replies: { DELE: NEEDED, ACCT: '230 ok' } }, { account: 'acc' });
  expect(await faultOf(ftp.delete('/a'))).toMatchObject({ kind: 'reply', code: 532, command: 'DELE' });
  expect(said()).toEqual(['DELE /a', 'ACCT acc', 'DELE /a']);
});

test('an account that is refused, and nobody to ask for another', async () => {
  const { ftp, said } = await loggedIn(
    { ...script('DELE'), replies: { DELE: NEEDED, ACCT: '530 no' } },
    { account: 'x' },
  );
  expect(await faultOf(ftp.delete('/a'))).toMatchObject({ kind: 'reply', code: 530, command: 'ACCT' });
  expect(said()).toEqual(['DELE /a', 'ACCT x']);
});

test('without an account and anybody to ask, the refusal is the fault', async () => {
  const { ftp, said } = await loggedIn(script('STOR'));
  expect(await faultOf(ftp.store('/b', fromMemory(content), transferOptions()))).toMatchObject({ code: 532 });
  expect(said().filter((line) => line.startsWith('ACCT'))).toEqual([]);
});

test('whoever declines to give one ends the command, and not the session', async () => {
  const declined = new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'declined', detail: 'no' });
  const { ftp } = await loggedIn(script('DELE'), { askAccount: () => Promise.reject(declined) });
  expect(await faultOf(ftp.delete('/a'))).toMatchObject({ kind: 'refused-here', reason: 'declined' });
  await ftp.noop();
});
