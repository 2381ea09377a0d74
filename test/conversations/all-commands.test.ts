import { describe, expect, test } from 'vitest';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(300_000);

describe('storing', () => {
  test('APPE puts it behind what the file holds', async () => {
    const { ftp, server, said } = await loggedIn({ files: { a: 'one' } });
    await ftp.append('/a', fromMemory(Buffer.from('two')), transferOptions());
    expect((await server.content('/a')).toString()).toBe('onetwo');
    expect(said().at(-1)).toBe('APPE /a');
  });

  test.each([
    ['150 FILE: x.1', '226 done', 'x.1'],
    ['125 FILE: with a space', '250 done', 'with a space'],
    ['150-FILE: pure.0\r\n150 Accepted', '226 done', 'pure.0'],
    ['150 go on', '226 Transfer complete (unique file name:probe.txt.1).', 'probe.txt.1'],
    ['150 go on', '226 done', null],
  ])('STOU tells the name: %j, %j', async (preliminary, completion, name) => {
    const { ftp, said } = await loggedIn({ files: { 'd/': '' }, data: { STOU: { preliminary, completion } } });
    const outcome = await ftp.storeUnique('/d', fromMemory(content), transferOptions());
    expect(outcome).toMatchObject({ name, bytes: content.length });
    expect(said().filter((line) => /^(CWD|STOU)/.test(line))).toEqual(['CWD /d', 'STOU']);
  });

  test.each([
    ['200 reserved', null, 'ALLO 300000'],
    ['202 not needed', 80, 'ALLO 300000 R 80'],
    ['500 unknown', null, 'ALLO 300000'],
  ])('ALLO right before STOR; %j is fine', async (reply, recordBytes, line) => {
    const { ftp, server, said } = await loggedIn({ replies: { ALLO: { say: reply, act: false } } });
    const allocate = { bytes: content.length, recordBytes };
    await ftp.store('/b', fromMemory(content), { ...transferOptions(), allocate });
    expect((await server.content('/b')).equals(content)).toBe(true);
    expect(said().slice(-2)).toEqual([line, 'STOR /b']);
  });

  test('503 to STOR: ALLO, the whole group again, and ALLO at once the next time', async () => {
    const { ftp, server, said } = await loggedIn({ replies: { STOR: ['503 ALLO first', null] } });
    const allocate = { bytes: content.length, recordBytes: null, onlyIfWanted: true };
    await ftp.store('/b', fromMemory(content), { ...transferOptions(), allocate });
    expect((await server.content('/b')).equals(content)).toBe(true);
    await ftp.store('/c', fromMemory(content), { ...transferOptions(), allocate });
    expect(said().filter((line) => /^(ALLO|STOR)/.test(line))).toEqual([
      'STOR /b',
      'ALLO 300000',
      'STOR /b',
      'ALLO 300000',
      'STOR /c',
    ]);
  });

  test('503 for another reason is told', async () => {
    const { ftp } = await loggedIn({ replies: { STOR: '503 no' } });
    expect(await faultOf(ftp.store('/b', fromMemory(content), transferOptions()))).toMatchObject({ code: 503 });
  });
});

describe('directories', () => {
  test('NLST: the names alone', async () => {
    const { ftp, said } = await loggedIn({ files: { 'd/a b': '1', 'd/\u00fc': '2' } });
    expect((await ftp.names('/d', null)).toSorted()).toEqual(['a b', '\u00fc']);
    expect(said().filter((line) => /^(CWD|NLST)/.test(line))).toEqual(['CWD /d', 'NLST']);
    expect(await ftp.workingDirectory()).toBe('/');
  });

  test('CDUP, then PWD', async () => {
    const { ftp, said } = await loggedIn({ files: { 'd/e/': '' } });
    await ftp.changeDirectory('/d/e');
    said();
    expect(await ftp.toParentDirectory()).toBe('/d');
    expect(said()).toEqual(['CDUP', 'PWD']);
  });

  test('SMNT refused is told', async () => {
    const { ftp } = await loggedIn({ replies: { SMNT: '502 no' } });
    expect(await faultOf(ftp.mount('/x'))).toMatchObject({ kind: 'reply', command: 'SMNT', code: 502 });
  });
});

describe('REIN', () => {
  test('ends the login and begins it again, with every parameter as at first', async () => {
    const { ftp, said } = await loggedIn({ files: { a: 'hello' } });
    await ftp.size('/a');
    said();
    expect(await ftp.reinitialize()).toBe('/');
    const again = said();
    expect(again.slice(0, 3)).toEqual(['REIN', 'USER tester', 'PASS tester-pw']);
    expect(again).toContain('PWD');
    await ftp.size('/a');
    expect(said()).toEqual(['TYPE I', 'SIZE /a']);
  });

  test('is refused under TLS, which it would end', async () => {
    const { ftp, said } = await loggedIn({ tls: {} });
    expect(await faultOf(ftp.reinitialize())).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
    expect(said()).toEqual([]);
  });
});

describe('asking', () => {
  test('SYST, HELP, SITE and STAT of a path', async () => {
    const { ftp, said } = await loggedIn({ replies: { SITE: '200 done', STAT: '213-of /a\r\n213 end' } });
    expect(await ftp.system()).toBe('UNIX');
    expect((await ftp.help(null)).code).toBe(214);
    expect((await ftp.site('IDLE 60')).code).toBe(200);
    expect((await ftp.status('/a')).lines).toEqual(['of /a', 'end']);
    expect(said()).toEqual(['SYST', 'HELP', 'SITE IDLE 60', 'STAT /a']);
  });

  test.each([
    ['before the transfer is over', '213 half of it\r\n226 done\r\n'],
    ['behind it', '226 done\r\n211 idle\r\n'],
    ['not known, before it is over', '502 what?\r\n226 done\r\n'],
  ])('STAT in the middle of a transfer, answered %s', async (_, replies) => {
    const script = {
      files: { a: content },
      replies: { STAT: '' },
      status: 'at-once',
      data: { RETR: { completion: '' } },
    } as const;
    const { ftp, server, options } = await loggedIn(script);
    const begun = Promise.withResolvers<void>();
    const sink = intoMemory(() => begun.resolve());
    const transferred = ftp.retrieve('/a', sink, transferOptions());
    await begun.promise;
    const asked = ftp.status(null).then(
      ({ code }) => code,
      (error: Error) => error.message,
    );
    await server.received('STAT');
    await server.connections[0]?.say(replies);
    await transferred;
    expect(sink.content().equals(content)).toBe(true);
    expect(String(await asked)).toMatch(/^(211|213|STAT: 502)/);
    expect(options.learned.pipeliningFails).toBe(false);
    await ftp.noop();
  });
});
