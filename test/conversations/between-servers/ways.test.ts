import { describe, expect, test } from 'vitest';
import { faultOf } from '../conversation.ts';
import { content, copy, copying, expectUsable, neighbours, saidTo, strangers } from './pair.ts';

const NEITHER = 'PASV and EPSV are not implemented';
const deaf = { PASV: `502 ${NEITHER}`, EPSV: `502 ${NEITHER}` };

test('PASV to the target, PORT to the source, and each its transfer command', async () => {
  const { from, to } = await strangers();
  const outcome = await copy({ from, to });
  expect(outcome).toMatchObject({ source: { code: 226 }, target: { code: 226 } });
  expect(saidTo(from)).toEqual(['TYPE I', 'PORT 127,0,0,3,p', 'RETR /a']);
  expect(saidTo(to)).toEqual(['TYPE I', 'PASV', 'STOR /b']);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
  await expectUsable(from, '/a');
  await expectUsable(to, '/b');
});

test('the target is told to store only once the source has begun: a file that is refused leaves nothing there', async () => {
  const { from, to } = await strangers({ replies: { 'RETR /a': '550 no such file' } });
  expect(await faultOf(copy({ from, to }))).toMatchObject({ kind: 'reply', command: 'RETR', code: 550 });
  expect(saidTo(to)).toEqual(['TYPE I', 'PASV']);
});

test.each(['500', '501', '504'] as const)(
  'the other way round where the source calls no foreign address (%s), and that way at once the next time',
  async (code) => {
    const { from, to } = await strangers({ refusesForeignAddress: code });
    await copy({ from, to });
    const eprt = code === '501' ? [] : ['EPRT |1|127.0.0.3|p'];
    expect(saidTo(from)).toEqual(['TYPE I', 'PORT 127,0,0,3,p', ...eprt, 'PASV', 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'PASV', 'PORT 127,0,0,2,p', 'STOR /b']);
    expect((await to.server.content('/b')).equals(content)).toBe(true);
    await from.ftp.copyTo('/a', to.ftp, '/c', copying());
    expect(saidTo(from)).toEqual(['PASV', 'RETR /a']);
    expect(saidTo(to)).toEqual(['PORT 127,0,0,2,p', 'STOR /c']);
    expect((await to.server.content('/c')).equals(content)).toBe(true);
  },
);

test('the other way round where the target turns a stranger at its port away', async () => {
  const { from, to } = await strangers({}, { refusesForeignPeer: true });
  await copy({ from, to });
  expect(saidTo(to).slice(-2)).toEqual(['PORT 127,0,0,2,p', 'STOR /b']);
  expect((await to.server.content('/b')).equals(content)).toBe(true);
  await expectUsable(from, '/a');
  await expectUsable(to, '/b');
});

describe('neither way', () => {
  const refusesCall = { refusesForeignAddress: '501' } as const;
  const refusesPeer = { refusesForeignPeer: true } as const;

  test.each([
    ['neither calls a foreign address', refusesCall, refusesCall, 'foreign-address', 'both'],
    ['neither lets a stranger in', refusesPeer, refusesPeer, 'foreign-address', 'both'],
    ['the source does neither', { ...refusesCall, ...refusesPeer }, {}, 'foreign-address', 'source'],
    ['the target does neither', {}, { ...refusesCall, ...refusesPeer }, 'foreign-address', 'target'],
    ['neither listens', { replies: deaf }, { replies: deaf }, 'no-passive', 'both'],
    ['the target does not listen, nor call', {}, { replies: deaf, ...refusesCall }, 'foreign-address', 'target'],
  ] as const)('%s', async (_, source, target, reason, side) => {
    const { from, to } = await strangers(source, { files: { c: 'c' }, ...target });
    const fault = await faultOf(copy({ from, to }));
    expect(fault).toMatchObject({ kind: 'between-servers', reason, side, source: '127.0.0.2', target: '127.0.0.3' });
    await expectUsable(from, '/a');
    await expectUsable(to, '/c');
  });

  test('what each of the two said is told with its host', async () => {
    const { from, to } = await strangers(refusesCall, refusesCall);
    expect(await faultOf(copy({ from, to }))).toMatchObject({
      stage: 'preparing',
      detail:
        '127.0.0.2: 501 PORT to a foreign address is not allowed. / 127.0.0.3: 501 PORT to a foreign address is not allowed.',
    });
    expect([...saidTo(from), ...saidTo(to)].filter((line) => /^(RETR|STOR)/.test(line))).toEqual([]);
  });

  test('an announced port where nobody listens', async () => {
    const nowhere = { passive: { PASV: { leadsNowhere: true } }, dataTimeout: 200 };
    const { from, to } = await strangers(nowhere, { files: { c: 'c' }, ...nowhere });
    expect(await faultOf(copy({ from, to }))).toMatchObject({
      kind: 'between-servers',
      reason: 'cannot-connect',
      side: 'both',
    });
    await expectUsable(from, '/a');
    await expectUsable(to, '/c');
  });
});

describe('PASV and PORT refused', () => {
  test('EPSV and EPRT in their place', async () => {
    const { from, to } = await strangers({ replies: { PORT: '502 no' } }, { replies: { PASV: '500 what?' } });
    await copy({ from, to });
    expect(saidTo(from)).toEqual(['TYPE I', 'PORT 127,0,0,3,p', 'EPRT |1|127.0.0.3|p', 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'PASV', 'EPSV', 'STOR /b']);
    expect((await to.server.content('/b')).equals(content)).toBe(true);
  });

  test('a target that does not listen calls', async () => {
    const { from, to } = await strangers({}, { replies: deaf });
    await copy({ from, to });
    expect(saidTo(from)).toEqual(['TYPE I', 'PASV', 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'PASV', 'EPSV', 'PORT 127,0,0,2,p', 'STOR /b']);
    expect((await to.server.content('/b')).equals(content)).toBe(true);
  });

  test('an answer to PASV that is none is not called', async () => {
    const { from, to } = await strangers({}, { replies: { PASV: { say: '227 (1,2,3)', act: false } } });
    await copy({ from, to });
    expect(saidTo(from)).toEqual(['TYPE I', 'PASV', 'RETR /a']);
    expect((await to.server.content('/b')).equals(content)).toBe(true);
  });

  test('IPv6 knows only the extended ones', async () => {
    const { from, to } = await neighbours({ address: '::1' }, { address: '::1' }, { host: '::1' });
    await copy({ from, to });
    expect(saidTo(from)).toEqual(['TYPE I', 'EPRT |2|::1|p', 'RETR /a']);
    expect(saidTo(to)).toEqual(['TYPE I', 'EPSV', 'STOR /b']);
    expect((await to.server.content('/b')).equals(content)).toBe(true);
  });
});

test('the address in a 227 is not believed: the source calls the one that we reached the target by', async () => {
  const { from, to } = await strangers({}, { passive: { PASV: { host: '10.1.2.3' } } });
  await copy({ from, to });
  expect(saidTo(from)).toContain('PORT 127,0,0,3,p');
  expect(to.notes).toContain('the server announced 10.1.2.3; 127.0.0.3 is used instead');
});

test('one side has no such TYPE, STRU or MODE: told, with the side', async () => {
  const { from, to } = await strangers({}, { replies: { TYPE: '504 no' }, files: { c: 'c' } });
  expect(await faultOf(copy({ from, to }))).toMatchObject({
    kind: 'between-servers',
    reason: 'parameters-refused',
    side: 'target',
    detail: '127.0.0.3: TYPE 504 no',
  });
  await expectUsable(from, '/a');
});

test('one connection is not both', async () => {
  const { from } = await strangers();
  expect(await faultOf(from.ftp.copyTo('/a', from.ftp, '/b', copying()))).toMatchObject({
    kind: 'refused-here',
    reason: 'not-supported',
  });
  expect(saidTo(from)).toEqual([]);
});
