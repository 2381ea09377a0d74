import { describe, expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import type { TransferOptions } from '../../src/main/ftp/engine.ts';
import type { ServerFtp } from '../server-ftp/server-ftp.ts';
import { faultOf, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const content = sampleBytes(3_000_000);
const files = { a: content, b: 'small' };
/** It hangs at the end until it is stopped. */
const hanging = { 'RETR /a': { stopAfter: 100_000, endWhen: new Promise(() => {}) } };
const slow = { 'RETR /a': { chunkBytes: 50_000, chunkPause: 2 } };

const part = (from: number, length: number): TransferOptions => ({
  ...transferOptions(IMAGE, null, from),
  extent: { length },
  counter: { bytes: 0 },
});

describe.each(['at-once', 'after-transfer', 'folded'] as const)('a server that answers ABOR %s', (abort) => {
  test.each([
    ['in the clear', {}],
    ['over TLS', { tls: {} }],
  ])('%s: sends a part out of the middle, and the next, and a whole file', async (_, tls) => {
    const { ftp, said } = await loggedIn({ files, abort, data: slow, ...tls });
    for (const [from, length] of [
      [0, 1],
      [123_456, 700_001],
      [1_000_000, 1_000_000],
    ] as const) {
      const sink = intoMemory();
      const options = part(from, length);
      expect(await ftp.retrieve('/a', sink, options)).toMatchObject({ bytes: length });
      expect(sink.content().equals(content.subarray(from, from + length))).toBe(true);
      expect(options.counter.bytes).toBe(length);
    }
    expect(said()).toContain('ABOR');
    const whole = intoMemory();
    await ftp.retrieve('/a', whole, transferOptions(IMAGE));
    expect(whole.content().equals(content)).toBe(true);
    expect(await ftp.workingDirectory()).toBe('/');
  });
});

test('a part that reaches to the end of the file, and one that would reach further', async () => {
  const { ftp } = await loggedIn({ files });
  for (const length of [10, 11, Number.POSITIVE_INFINITY]) {
    const sink = intoMemory();
    expect(await ftp.retrieve('/a', sink, part(content.length - 10, length))).toMatchObject({ bytes: 10 });
    expect(sink.content().equals(content.subarray(-10))).toBe(true);
  }
  expect(await ftp.workingDirectory()).toBe('/');
});

test('what is wanted may become less on the way', async () => {
  const { ftp } = await loggedIn({ files, data: slow });
  const extent = { length: Number.POSITIVE_INFINITY };
  const sink = intoMemory(() => {
    extent.length = 1_234_567;
  });
  expect(await ftp.retrieve('/a', sink, { ...part(0, 0), extent })).toMatchObject({ bytes: 1_234_567 });
  expect(sink.content().equals(content.subarray(0, 1_234_567))).toBe(true);
  expect(await ftp.workingDirectory()).toBe('/');
});

test.each([
  ['426, 226', '426 aborted\r\n226 done\r\n'],
  ['226, 225', '226 done\r\n225 nothing to abort\r\n'],
  ['552, 226', '552 too much\r\n226 done\r\n'],
  ['451, 500', '451 stopped\r\n500 ABOR unknown\r\n'],
])('whatever the server says when it is stopped: %s', async (_, both) => {
  const { ftp } = await loggedIn({
    files,
    replies: { ABOR: both },
    data: { 'RETR /a': { stopAfter: 200_000, ending: 'never', completion: '' } },
  });
  const sink = intoMemory();
  expect(await ftp.retrieve('/a', sink, part(5_000, 100_000))).toMatchObject({ bytes: 100_000 });
  expect(sink.content().equals(content.subarray(5_000, 105_000))).toBe(true);
  const again = intoMemory();
  await ftp.retrieve('/b', again, transferOptions(IMAGE));
  expect(again.content().toString()).toBe('small');
});

test('a server that does not let go when all that was wanted is here: a fault, and the bytes are counted', async () => {
  const timeouts = { connect: 5_000, reply: 300, data: 5_000 };
  const { ftp } = await loggedIn({ files, abort: 'after-transfer', data: hanging }, { timeouts });
  const options = part(0, 100_000);
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), options))).toMatchObject({ kind: 'control-connection' });
  expect(options.counter.bytes).toBe(100_000);
});

test('a connection that breaks inside the part is the fault', async () => {
  const { ftp } = await loggedIn({ files, data: { 'RETR /a': { stopAfter: 50_000, ending: 'reset' } } });
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), part(0, 100_000)))).toMatchObject({ kind: 'data-connection' });
  expect(await ftp.workingDirectory()).toBe('/');
});

test('a sink that fails on the last bytes of the part is the fault', async () => {
  const { ftp } = await loggedIn({ files, data: slow });
  const sink = { write: () => Promise.reject(new Error('the disk is full')) };
  expect(await faultOf(ftp.retrieve('/a', sink, part(0, 10)))).toMatchObject({ kind: 'defect' });
  expect(await ftp.workingDirectory()).toBe('/');
});

test('text has no parts', async () => {
  const { ftp, said } = await loggedIn({ files });
  const options = { ...transferOptions({ type: 'A', format: 'N' }), extent: { length: 1 } };
  expect(await faultOf(ftp.retrieve('/a', intoMemory(), options))).toMatchObject({
    kind: 'refused-here',
    reason: 'no-meaning',
  });
  expect(said()).toEqual([]);
});

describe('RANG', () => {
  const features = ['RANG STREAM', 'REST STREAM'];
  const ranged = (length: number) => ({ 'RETR /a': { stopAfter: length } });

  test('a server that has it ends by itself', async () => {
    const replies = { RANG: '350 Restarting at 1000, ending at 100999.' };
    const { ftp, said } = await loggedIn({ features, files, replies, data: ranged(100_000) });
    const sink = intoMemory();
    // The script knows no RANG: what it sends is the beginning.
    expect(await ftp.retrieve('/a', sink, part(1_000, 100_000))).toMatchObject({
      bytes: 100_000,
      completion: { code: 226 },
    });
    expect(said().filter((line) => /^(RANG|REST|ABOR)/.test(line))).toEqual(['RANG 1000 100999']);
  });

  test('refused, REST takes its place', async () => {
    const { ftp, said } = await loggedIn({ features, files, replies: { RANG: '504 not now' }, data: slow });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, part(1_000, 100_000));
    expect(sink.content().equals(content.subarray(1_000, 101_000))).toBe(true);
    expect(said().filter((line) => /^(RANG|REST)/.test(line))).toEqual(['RANG 1000 100999', 'REST 1000']);
  });

  test.each([
    ['sends on', slow],
    ['stays silent at the end', hanging],
  ] as const)('a server that says yes and %s is stopped', async (_, data) => {
    const replies = { RANG: '350 yes' };
    const { ftp, said } = await loggedIn({ features, files, replies, data });
    expect(await ftp.retrieve('/a', intoMemory(), part(0, 100_000))).toMatchObject({ bytes: 100_000 });
    expect(said()).toContain('ABOR');
    expect(await ftp.workingDirectory()).toBe('/');
  });
});

describe('a data connection that was announced with the login', () => {
  const sawAll = (server: ServerFtp): readonly string[] =>
    server.commands.filter((line) => /^(EPSV|PASV|REST|RETR)/.test(line));

  test('is made while the server is told where to begin', async () => {
    const { ftp, server } = await loggedIn({ files }, { expects: 'file' });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE, null, 2_000_000));
    expect(sink.content().equals(content.subarray(2_000_000))).toBe(true);
    expect(sawAll(server)).toEqual(['EPSV', 'REST 2000000', 'RETR /a']);
  });

  test('and leads nowhere: behind another one the server is told again', async () => {
    const { ftp, server } = await loggedIn({ files, passive: { EPSV: { leadsNowhere: true } } }, { expects: 'file' });
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE, null, 2_000_000));
    expect(sink.content().equals(content.subarray(2_000_000))).toBe(true);
    expect(sawAll(server).slice(-2)).toEqual(['REST 2000000', 'RETR /a']);
    expect(sawAll(server).filter((line) => line.startsWith('REST'))).toHaveLength(2);
  });

  test('to a server that does not begin anywhere else: nothing is received', async () => {
    const { ftp } = await loggedIn({ files, replies: { REST: '502 no' } }, { expects: 'file' });
    const sink = intoMemory();
    expect(await faultOf(ftp.retrieve('/a', sink, transferOptions(IMAGE, null, 5)))).toMatchObject({ code: 502 });
    expect(sink.content()).toHaveLength(0);
    await ftp.retrieve('/b', sink, transferOptions(IMAGE));
    expect(sink.content().toString()).toBe('small');
  });
});
