import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { ASCII, IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(2_000_000);
const files = { a: content, 'empty.bin': '' };
const diskFull = new FaultError({ kind: 'local-file', stage: 'finishing', cause: 'disk-full', path: 'x', detail: '' });

describe('what is moved', () => {
  test('both ways, byte for byte, with the count', async () => {
    const { ftp, server, said } = await loggedIn({ files });
    const sink = intoMemory();
    const down = transferOptions(IMAGE);
    expect(await ftp.retrieve('/a', sink, down)).toMatchObject({ bytes: content.length, completion: { code: 226 } });
    expect(down.counter.bytes).toBe(content.length);
    expect(sink.content().equals(content)).toBe(true);
    const up = transferOptions(IMAGE);
    expect(await ftp.store('/b', fromMemory(content), up)).toMatchObject({ bytes: content.length });
    expect(up.counter.bytes).toBe(content.length);
    expect((await server.content('/b')).equals(content)).toBe(true);
    expect(said()).toEqual(['TYPE I', 'EPSV', 'RETR /a', 'EPSV', 'STOR /b']);
  });

  test('an empty file', async () => {
    const { ftp, server } = await loggedIn({ files });
    expect(await ftp.retrieve('/empty.bin', intoMemory(), transferOptions(IMAGE))).toMatchObject({ bytes: 0 });
    await ftp.store('/e', fromMemory(Buffer.alloc(0)), transferOptions(IMAGE));
    expect(await server.content('/e')).toHaveLength(0);
  });

  test('from an offset, both ways', async () => {
    const { ftp, server, said } = await loggedIn({ files: { a: 'hello world', b: 'hello' } });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE, null, 6));
    expect(sink.content().toString()).toBe('world');
    await ftp.store('/b', fromMemory(Buffer.from(' again')), transferOptions(IMAGE, null, 5));
    expect((await server.content('/b')).toString()).toBe('hello again');
    expect(said()).toEqual(['TYPE I', 'EPSV', 'REST 6', 'RETR /a', 'EPSV', 'REST 5', 'STOR /b']);
  });

  test('REST refused: nothing is moved from the wrong place', async () => {
    const { ftp, said } = await loggedIn({ files, replies: { REST: '502 no' } });
    const fault = await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE, null, 6)));
    expect(fault).toMatchObject({ kind: 'reply', command: 'REST', code: 502, stage: 'preparing' });
    expect(said()).toEqual(['TYPE I', 'EPSV', 'REST 6']);
    await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
    expect(said()).toEqual(['EPSV', 'RETR /a']);
  });

  test('in TYPE A line ends are converted, and TYPE is sent only on change', async () => {
    const { ftp, server, said } = await loggedIn({ files: { 'a.txt': 'one\ntwo\n' } });
    const sink = intoMemory();
    await ftp.retrieve('/a.txt', sink, transferOptions(ASCII));
    expect(sink.content().toString()).toBe('one\ntwo\n');
    await ftp.store('/b.txt', fromMemory(Buffer.from('x\ny\n')), transferOptions(ASCII));
    expect((await server.content('/b.txt')).toString()).toBe('x\ny\n');
    expect(await ftp.size('/b.txt')).toBe(4);
    expect(said()).toEqual(['TYPE A', 'EPSV', 'RETR /a.txt', 'EPSV', 'STOR /b.txt', 'TYPE I', 'SIZE /b.txt']);
  });

  test('bytes of 36 bits are refused before anything is sent', async () => {
    const { ftp, said } = await loggedIn({ files });
    const call = ftp.retrieve('/a', intoMemory(), transferOptions({ type: 'L', byteSize: 36 }));
    expect(await faultOf(call)).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
    expect(said()).toEqual([]);
  });
});

describe('how it ends', () => {
  test('refused before the preliminary reply', async () => {
    const { ftp } = await loggedIn({ files });
    expect(await faultOf(ftp.retrieve('/none', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'reply',
      command: 'RETR',
      code: 550,
      stage: 'transfer-command',
    });
    await ftp.noop();
  });

  test('refused at great length: the fault keeps what a person reads', async () => {
    const lines = Array.from({ length: 1_000 }, () => `550-${'x'.repeat(500)}\r\n`).join('');
    const { ftp } = await loggedIn({ files, replies: { DELE: `${lines}550 no\r\n` } });
    const fault = await faultOf(ftp.delete('/a'));
    expect(fault.kind === 'reply' && fault.text.length).toBeLessThan(3_000);
    await ftp.noop();
  });

  test('the server stops in the middle and says why', async () => {
    const { ftp } = await loggedIn({ files, data: { RETR: { stopAfter: 1_000, completion: '451 disk error' } } });
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'reply',
      code: 451,
    });
    await ftp.noop();
  });

  test('the data connection is reset, yet the reply is 226', async () => {
    const { ftp } = await loggedIn({
      files,
      data: { RETR: { stopAfter: 1_000, ending: 'reset', completion: '226 fine' } },
    });
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'data-connection',
      cause: 'reset',
      stage: 'after-preliminary-reply',
    });
    await ftp.noop();
  });

  test('the server’s disk is full: its reply is the fault', async () => {
    const { ftp } = await loggedIn({ diskFull: { after: 100_000, reply: '452' } });
    const fault = await faultOf(ftp.store('/b', fromMemory(sampleBytes(20_000_000)), transferOptions(IMAGE)));
    expect(fault).toMatchObject({ kind: 'reply', command: 'STOR', code: 452 });
    await ftp.noop();
  });

  test('226 before the data has ended is not the end', async () => {
    const { ftp } = await loggedIn({
      files,
      data: { RETR: { completionFirst: true, chunkBytes: 100_000, chunkPause: 1 } },
    });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
  });

  test('226 without a 150', async () => {
    const { ftp } = await loggedIn({ files, data: { RETR: { preliminary: '' } } });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(sink.content().equals(content)).toBe(true);
  });

  test.each([
    ['silence', { completion: '' }, 'timeout'],
    ['a hang-up', { completion: { say: '', andThen: 'close' } }, 'closed'],
  ] as const)('the 226 is lost in %s: nobody knows, and the stage says so', async (_, data, cause) => {
    const { ftp } = await loggedIn(
      { files, data: { STOR: data, RETR: data } },
      { timeouts: { connect: 5_000, reply: 600, data: 5_000 } },
    );
    expect(await faultOf(ftp.store('/b', fromMemory(content), transferOptions(IMAGE)))).toMatchObject({
      kind: 'control-connection',
      cause,
      stage: 'after-data',
    });
    expect(ftp.closed).toBe(true);
  });

  test('the server vanishes in the middle', async () => {
    const { ftp } = await loggedIn({ files, data: { RETR: { vanishAfter: 100_000 } } });
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'control-connection',
      stage: 'after-preliminary-reply',
    });
  });

  test('no more data comes: a fault, and the session goes on', async () => {
    const aborted = Promise.withResolvers<void>();
    const script = { files, data: { RETR: { stopAfter: 1_000, endWhen: aborted.promise } } };
    const { ftp, server } = await loggedIn(script, { timeouts: { connect: 5_000, reply: 5_000, data: 300 } });
    server.received('ABOR').then(aborted.resolve);
    expect(await faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE)))).toMatchObject({
      kind: 'data-connection',
      cause: 'timeout',
      stage: 'after-preliminary-reply',
    });
    await ftp.noop();
  });
});

describe('faults of this side', () => {
  test('the sink fails in the middle: its fault, and the session goes on', async () => {
    const { ftp } = await loggedIn({ files });
    const sink = { write: () => Promise.reject(diskFull) };
    const fault = await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE)));
    expect(fault).toMatchObject({ kind: 'local-file', cause: 'disk-full', stage: 'after-preliminary-reply' });
    const again = intoMemory();
    await ftp.retrieve('/a', again, transferOptions(IMAGE));
    expect(again.content().equals(content)).toBe(true);
  });

  test('the source fails in the middle: its fault, and the session goes on', async () => {
    const { ftp, said } = await loggedIn({});
    let reads = 0;
    const source = {
      async read(into: Uint8Array) {
        reads += 1;
        if (reads > 2) throw diskFull;
        return into.length;
      },
    };
    expect(await faultOf(ftp.store('/b', source, transferOptions(IMAGE)))).toMatchObject({ kind: 'local-file' });
    expect(said().slice(0, 4)).toEqual(['TYPE I', 'EPSV', 'STOR /b', 'ABOR']);
    await ftp.noop();
  });

  test('a slow sink holds the data back', async () => {
    const { ftp } = await loggedIn({ files: { a: sampleBytes(8_000_000) } });
    let outstanding = 0;
    let most = 0;
    const sink = {
      async write() {
        outstanding += 1;
        most = Math.max(most, outstanding);
        await new Promise((resolve) => setImmediate(resolve));
        outstanding -= 1;
      },
    };
    expect(await ftp.retrieve('/a', sink, transferOptions(IMAGE))).toMatchObject({ bytes: 8_000_000 });
    expect(most).toBeLessThanOrEqual(3);
  });

  test('a chunk belongs to the sink until its promise settles', async () => {
    const large = sampleBytes(4_000_000);
    const { ftp } = await loggedIn({ files: { a: large } });
    const parts: Buffer[] = [];
    let turn = 0;
    const sink = {
      async write(chunk: Uint8Array) {
        const at = parts.push(Buffer.alloc(0)) - 1;
        turn += 1;
        for (let pause = turn % 3; pause > 0; pause -= 1) await new Promise((resolve) => setImmediate(resolve));
        parts[at] = Buffer.from(chunk);
      },
    };
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(Buffer.concat(parts).equals(large)).toBe(true);
  });
});
