import { describe, expect, test } from 'vitest';
import { KEPT_BYTES } from '../../src/main/ftp/user-pi/sequences/raw-listing.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, transferOptions } from './conversation.ts';

test('each operation is its commands and no other', async () => {
  const { ftp, said } = await loggedIn({ files: { a: 'hello', 'd/': '' } });
  await ftp.changeDirectory('/d');
  expect(said()).toEqual(['CWD /d', 'PWD']);
  await ftp.makeDirectory('/n');
  await ftp.removeDirectory('/n');
  await ftp.rename('/a', '/b c');
  await ftp.changeMode('/b c', 0o640);
  expect(await ftp.size('/b c')).toBe(5);
  expect(await ftp.setModified('/b c', Date.UTC(2020, 0, 2, 3, 4, 5))).toBe(true);
  expect(await ftp.modified('/b c')).toBe(Date.UTC(2020, 0, 2, 3, 4, 5));
  await ftp.delete('/b c');
  await ftp.noop();
  expect(said()).toEqual([
    'MKD /n',
    'RMD /n',
    'RNFR /a',
    'RNTO /b c',
    'SITE CHMOD 640 /b c',
    'TYPE I',
    'SIZE /b c',
    'MFMT 20200102030405 /b c',
    'MDTM /b c',
    'DELE /b c',
    'NOOP',
  ]);
});

test('calls that overlap go out in their order, groups unmixed', async () => {
  const { ftp, said } = await loggedIn({ files: { a: '1' } });
  await Promise.all([ftp.rename('/a', '/b'), ftp.rename('/b', '/c'), ftp.noop(), ftp.rename('/c', '/d')]);
  expect(said()).toEqual(['RNFR /a', 'RNTO /b', 'RNFR /b', 'RNTO /c', 'NOOP', 'RNFR /c', 'RNTO /d']);
});

test('a refused RNFR sends no RNTO where commands wait for replies', async () => {
  const { ftp, said } = await loggedIn({}, { pipelining: false });
  expect(await faultOf(ftp.rename('/none', '/b'))).toMatchObject({
    kind: 'reply',
    command: 'RNFR',
    code: 550,
    stage: 'preparing',
  });
  expect(said()).toEqual(['RNFR /none']);
});

test('what the server does not know is null or false, what it refuses is a fault', async () => {
  const replies = {
    SIZE: ['500 what', '550 no such file'],
    MDTM: ['502 what', '550 no such file'],
    MFMT: ['500 what', '550 no'],
  };
  const { ftp } = await loggedIn({ replies, features: ['MFMT'] });
  expect(await ftp.size('/a')).toBeNull();
  expect(await faultOf(ftp.size('/a'))).toMatchObject({ kind: 'reply', code: 550 });
  expect(await ftp.modified('/a')).toBeNull();
  expect(await faultOf(ftp.modified('/a'))).toMatchObject({ kind: 'reply', code: 550 });
  expect(await ftp.setModified('/a', 0)).toBe(false);
  expect(await faultOf(ftp.setModified('/a', 0))).toMatchObject({ kind: 'reply', code: 550 });
});

test('without MFMT a time is set by MDTM; a server without that form is asked once', async () => {
  const { ftp, said } = await loggedIn({ features: ['MDTM'], replies: { MDTM: ['213 set', '213 set'] } });
  expect(await ftp.setModified('/a', 0)).toBe(true);
  expect(said()).toEqual(['MDTM 19700101000000 /a']);
  const other = await loggedIn({ features: ['MDTM'], replies: { MDTM: '550 no such file' } });
  expect(await other.ftp.setModified('/a', 0)).toBe(false);
  expect(await other.ftp.setModified('/b', 0)).toBe(false);
  expect(other.said()).toEqual(['MDTM 19700101000000 /a']);
});

describe('line ends in arguments', () => {
  test('a transfer of such a name prepares nothing', async () => {
    const { ftp, said } = await loggedIn({});
    const calls = [
      ftp.retrieve('/a\r\nDELE b', intoMemory(), transferOptions()),
      ftp.store('/a\nb', fromMemory(Buffer.from('x')), transferOptions()),
    ];
    for (const call of calls) {
      expect(await faultOf(call)).toMatchObject({ kind: 'refused-here', reason: 'unsafe-argument' });
    }
    expect(said()).toEqual([]);
  });

  test.each(['a\r\nDELE b', 'a\nb', 'a\0b', 'a\r'])('%j reaches no command', async (evil) => {
    const { ftp, said } = await loggedIn({ files: { a: '1' } });
    const options = { signal: null, onEntries: () => {} };
    const calls = [
      ftp.delete(evil),
      ftp.makeDirectory(evil),
      ftp.removeDirectory(evil),
      ftp.rename('/a', evil),
      ftp.changeDirectory(evil),
      ftp.list(evil, options),
      ftp.size(evil),
      ftp.raw(`NOOP ${evil}`),
    ].map(faultOf);
    for (const fault of calls) {
      expect(await fault).toMatchObject({ kind: 'refused-here', reason: 'unsafe-argument' });
    }
    expect(said().filter((line) => /DELE|MKD|RMD|RNTO|CWD|MLSD|SIZE|NOOP/.test(line))).toEqual([]);
  });
});

describe('a command as typed', () => {
  test('every reply, the preliminary too', async () => {
    const { ftp } = await loggedIn({ replies: { SITE: '150 wait\r\n200 done\r\n' } });
    expect(await ftp.raw('site wait')).toEqual({
      replies: [
        { code: 150, lines: ['wait'] },
        { code: 200, lines: ['done'] },
      ],
      listing: null,
    });
  });

  test('a refusal is an answer', async () => {
    const { ftp } = await loggedIn({});
    const { replies } = await ftp.raw('DELE /missing');
    expect(replies).toMatchObject([{ code: 550 }]);
  });

  test.each(['AUTH TLS', 'prot c', 'EPSV ALL'])('%j is for the program alone', async (line) => {
    const { ftp, said } = await loggedIn({});
    expect(await faultOf(ftp.raw(line))).toMatchObject({ kind: 'refused-here', reason: 'governed' });
    expect(said()).toEqual([]);
  });

  test.each(['RETR /a', 'stor x', 'STOU', 'APPE x'])('%j has no file', async (line) => {
    const { ftp, said } = await loggedIn({});
    expect(await faultOf(ftp.raw(line))).toMatchObject({ kind: 'refused-here', reason: 'file-command' });
    expect(said()).toEqual([]);
  });

  test('nothing typed is nothing sent', async () => {
    const { ftp, said } = await loggedIn({});
    expect(await faultOf(ftp.raw('  '))).toMatchObject({ kind: 'refused-here', reason: 'bad-input' });
    expect(said()).toEqual([]);
  });

  test('TYPE typed: the next transfer says its own again', async () => {
    const { ftp, said } = await loggedIn({ files: { a: '1' } });
    await ftp.size('/a');
    await ftp.raw('TYPE A');
    await ftp.size('/a');
    expect(said()).toEqual(['TYPE I', 'SIZE /a', 'TYPE A', 'TYPE I', 'SIZE /a']);
  });

  test('STRU and MODE typed: so do they', async () => {
    const { ftp, said } = await loggedIn({ files: { a: '1' } });
    await ftp.raw('STRU R');
    await ftp.raw('mode b');
    said();
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions());
    expect(sink.content().toString()).toBe('1');
    expect(said().slice(0, 3)).toEqual(['TYPE I', 'STRU F', 'MODE S']);
  });

  test('REST typed: the next transfer begins at its own place', async () => {
    const { ftp } = await loggedIn({ files: { a: 'hello' } });
    await ftp.raw('REST 3');
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions());
    expect(sink.content().toString()).toBe('hello');
  });

  test('QUIT typed: the connection is closed, and nothing is lost', async () => {
    const { ftp } = await loggedIn({});
    expect((await ftp.raw('QUIT')).replies).toMatchObject([{ code: 221 }]);
    expect(await ftp.gone).toBeNull();
  });
});

describe('a listing as typed', () => {
  test.each([{}, { tls: {} }])('NLST of the directory the person is in: its lines and all replies', async (tls) => {
    const { ftp, said } = await loggedIn({ files: { 'd/ä': '1', 'd/b': '2' }, ...tls });
    await ftp.changeDirectory('/d');
    await ftp.list('/', { signal: null, onEntries: () => {} });
    said();
    const { replies, listing } = await ftp.raw('nlst');
    expect(replies.map(({ code }) => code)).toEqual([150, 226]);
    expect(listing?.lines.toSorted()).toEqual(['b', 'ä']);
    expect(listing?.cut).toBe(false);
    expect(said()).toEqual(['CWD /d', 'EPSV', 'NLST']);
  });

  test('a pathname goes with it, and a refusal is an answer', async () => {
    const { ftp } = await loggedIn({ replies: { LIST: '550 no such place' } });
    expect(await ftp.raw('LIST /none')).toEqual({ replies: [{ code: 550, lines: ['no such place'] }], listing: null });
    await ftp.noop();
  });

  test('one that breaks off is an answer too', async () => {
    const script = { files: { a: '1', b: '2' }, data: { NLST: { stopAfter: 3, completion: '426 broken' } } };
    const { ftp } = await loggedIn(script);
    const { replies } = await ftp.raw('NLST');
    expect(replies.map(({ code }) => code)).toEqual([150, 426]);
    await ftp.noop();
  });

  test('a long one is cut', async () => {
    const { ftp } = await loggedIn({ generated: { '/big': { entries: 20_000 } } });
    const { listing } = await ftp.raw('LIST /big');
    expect(listing?.cut).toBe(true);
    expect(listing?.lines.join('\n').length).toBeLessThanOrEqual(KEPT_BYTES);
  });
});
