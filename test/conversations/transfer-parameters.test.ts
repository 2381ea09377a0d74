import { describe, expect, test } from 'vitest';
import {
  ASCII,
  IMAGE,
  type LocalForm,
  type RepresentationType,
  type Structure,
  type TransferParameters,
  type TransmissionMode,
} from '#shared/ftp/transfer-parameters.ts';
import { defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import type { Checkpoint } from '../../src/main/ftp/engine.ts';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

const EBCDIC: RepresentationType = { type: 'E', format: 'N' };
const MEBIBYTE = 1024 * 1024;

const withParameters = (
  type: RepresentationType,
  structure: Structure,
  mode: TransmissionMode,
  form: Partial<LocalForm> = {},
) => {
  const defaults = defaultTransferOptions();
  const parameters: TransferParameters = { type, structure, mode };
  return { ...defaults, parameters, form: { ...defaults.form, ...form } };
};

describe('TYPE, STRU and MODE', () => {
  test('are sent only where they change, and a listing has them as it needs them', async () => {
    const { ftp, said } = await loggedIn({ files: { a: 'one\ntwo\n' } });
    const records = withParameters(ASCII, 'R', 'B');
    await ftp.retrieve('/a', intoMemory(), records);
    expect(said()).toEqual(['TYPE A', 'STRU R', 'MODE B', 'EPSV', 'RETR /a']);
    await ftp.retrieve('/a', intoMemory(), records);
    expect(said()).toEqual(['EPSV', 'RETR /a']);
    await ftp.list('/', { signal: null, onEntries: () => {} });
    expect(said()).toEqual(['CWD /', 'STRU F', 'MODE S', 'EPSV', 'MLSD']);
    await ftp.retrieve('/a', intoMemory(), withParameters(IMAGE, 'F', 'C'));
    expect(said()).toEqual(['TYPE I', 'MODE C', 'EPSV', 'RETR /a']);
  });

  test('one that was refused is sent again: what it is now is not known', async () => {
    const replies = { MODE: ['504 no', null] };
    const { ftp, said } = await loggedIn({ files: { a: 'a' }, replies });
    const fault = await faultOf(ftp.retrieve('/a', intoMemory(), withParameters(IMAGE, 'F', 'B')));
    expect(fault).toMatchObject({ kind: 'reply', command: 'MODE', code: 504, stage: 'preparing' });
    expect(said()).toEqual(['TYPE I', 'MODE B', 'EPSV']);
    const sink = intoMemory();
    await ftp.retrieve('/a', sink, transferOptions(IMAGE));
    expect(said()[0]).toBe('MODE S');
    expect(sink.content().toString()).toBe('a');
  });

  test('one that a person typed is sent again', async () => {
    const { ftp, said } = await loggedIn({ files: { a: 'a' } });
    await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
    for (const line of ['TYPE E', 'STRU R', 'MODE B']) await ftp.raw(line);
    said();
    await ftp.retrieve('/a', intoMemory(), transferOptions(IMAGE));
    expect(said()).toEqual(['TYPE I', 'STRU F', 'MODE S', 'EPSV', 'RETR /a']);
  });

  test.each([
    ['bytes of 36 bits', { type: 'L', byteSize: 36 }, 'F', 'not-supported'],
    ['text in pages', ASCII, 'P', 'no-meaning'],
    ['EBCDIC in pages', EBCDIC, 'P', 'no-meaning'],
  ] as const)('%s are refused before anything is sent', async (_, type, structure, reason) => {
    const { ftp, said } = await loggedIn({ files: { a: 'a' } });
    const fault = await faultOf(ftp.retrieve('/a', intoMemory(), withParameters(type, structure, 'S')));
    expect(fault).toMatchObject({ kind: 'refused-here', stage: 'preparing', reason });
    expect(said()).toEqual([]);
  });
});

describe('a local file that the parameters cannot carry', () => {
  test.each([
    ['too large for pages of 8-bit bytes', withParameters(IMAGE, 'P', 'S'), Buffer.alloc(65_281)],
    [
      'no records behind their lengths',
      withParameters(IMAGE, 'R', 'B', { recordForm: 'prefixed' }),
      Buffer.from('text'),
    ],
  ])('%s: the transfer is given up, and the next one works', async (_, options, content) => {
    const { ftp, server } = await loggedIn({ files: {} });
    const fault = await faultOf(ftp.store('/a', fromMemory(content), options));
    expect(fault).toMatchObject({ kind: 'refused-here', reason: 'no-meaning' });
    await ftp.store('/b', fromMemory(Buffer.from('b')), transferOptions(IMAGE));
    expect((await server.content('/b')).toString()).toBe('b');
  });
});

describe('restart markers (RFC 959 3.5)', () => {
  const content = sampleBytes(3 * MEBIBYTE);

  test.each(['B', 'C'] as const)(
    'received in MODE %s: each is a checkpoint from which the file goes on',
    async (mode) => {
      const { ftp, said } = await loggedIn({ files: { a: content }, transmission: { markEvery: MEBIBYTE } });
      const checkpoints: Checkpoint[] = [];
      const sink = intoMemory();
      const options = withParameters(IMAGE, 'F', mode);
      await ftp.retrieve('/a', sink, { ...options, onCheckpoint: (checkpoint) => checkpoints.push(checkpoint) });
      expect(sink.content().equals(content)).toBe(true);
      expect(checkpoints.map(({ localBytes }) => localBytes)).toEqual([MEBIBYTE, 2 * MEBIBYTE]);
      const start = checkpoints[1] ?? null;
      const rest = intoMemory();
      said();
      await ftp.retrieve('/a', rest, { ...options, start });
      expect(rest.content().equals(content.subarray(2 * MEBIBYTE))).toBe(true);
      expect(said()).toEqual(['EPSV', `REST ${start?.marker}`, 'RETR /a']);
    },
  );

  test.each(['B', 'C'] as const)('sent in MODE %s: 110 tells where the server can go on', async (mode) => {
    const { ftp, server, said } = await loggedIn({ files: {} });
    const checkpoints: Checkpoint[] = [];
    const options = withParameters(IMAGE, 'F', mode);
    await ftp.store('/a', fromMemory(content), {
      ...options,
      onCheckpoint: (checkpoint) => checkpoints.push(checkpoint),
    });
    expect((await server.content('/a')).equals(content)).toBe(true);
    expect(checkpoints.map(({ localBytes }) => localBytes)).toEqual([MEBIBYTE, 2 * MEBIBYTE]);
    const start = checkpoints[0] ?? null;
    const changed = Buffer.concat([content.subarray(0, MEBIBYTE), Buffer.from('another end')]);
    said();
    await ftp.store('/a', fromMemory(changed.subarray(MEBIBYTE)), { ...options, start });
    expect(said()).toEqual(['EPSV', `REST ${start?.marker}`, 'STOR /a']);
    expect((await server.content('/a')).equals(changed)).toBe(true);
  });

  test('a 110 for a place that was never sent is no checkpoint', async () => {
    const data = { STOR: { preliminary: '150 go\r\n110 MARK 1048576 = x\r\n110 MARK nonsense = y\r\n' } };
    const { ftp } = await loggedIn({ files: {}, data });
    const checkpoints: Checkpoint[] = [];
    const options = withParameters(IMAGE, 'F', 'B');
    await ftp.store('/a', fromMemory(Buffer.from('short')), {
      ...options,
      onCheckpoint: (checkpoint) => checkpoints.push(checkpoint),
    });
    expect(checkpoints).toEqual([]);
  });
});

test('no checkpoint is told behind suspect data, which would be forgotten where the transfer goes on from there', async () => {
  const content = 'x'.repeat(40);
  const marksOf = async (
    suspect: { readonly from: number; readonly to: number } | null,
  ): Promise<readonly number[]> => {
    const transmission = { markEvery: 10, ...(suspect === null ? {} : { suspect }) };
    const { ftp } = await loggedIn({ files: { a: content }, data: { RETR: { transmission } } });
    const places: number[] = [];
    await ftp.retrieve('/a', intoMemory(), {
      ...withParameters(IMAGE, 'F', 'B'),
      onCheckpoint: ({ localBytes }) => places.push(localBytes),
    });
    return places;
  };
  expect(await marksOf(null)).toContain(30);
  expect((await marksOf({ from: 12, to: 15 })).every((place) => place <= 12)).toBe(true);
});

test('data that the server marks as suspect is told of with the outcome (3.4.2)', async () => {
  const data = { RETR: { transmission: { suspect: { from: 2, to: 5 } } } };
  const { ftp } = await loggedIn({ files: { a: 'abcdefgh' }, data });
  const { suspect } = await ftp.retrieve('/a', intoMemory(), withParameters(IMAGE, 'F', 'B'));
  expect(suspect).toEqual([{ offset: 2, length: 3 }]);
});

test.each(['B', 'C'] as const)(
  'MODE %s: a connection that ends before the end of the file is no whole file',
  async (mode) => {
    const data = { RETR: { stopAfter: 5, completion: '226 done' } };
    const { ftp } = await loggedIn({ files: { a: sampleBytes(100) }, data });
    const fault = await faultOf(ftp.retrieve('/a', intoMemory(), withParameters(IMAGE, 'F', mode)));
    expect(fault).toMatchObject({ kind: 'protocol', reason: 'no-end-of-file' });
  },
);

describe('MODE Z', () => {
  test('both ways, with the count of the file', async () => {
    const content = Buffer.from('a line that comes again\n'.repeat(10_000));
    const { ftp, server, said } = await loggedIn({ files: { a: content } });
    const sink = intoMemory();
    const options = withParameters(IMAGE, 'F', 'Z');
    expect(await ftp.retrieve('/a', sink, options)).toMatchObject({ bytes: content.length });
    expect(sink.content().equals(content)).toBe(true);
    expect(await ftp.store('/b', fromMemory(content), options)).toMatchObject({ bytes: content.length });
    expect((await server.content('/b')).equals(content)).toBe(true);
    expect(said()).toEqual(['TYPE I', 'MODE Z', 'EPSV', 'RETR /a', 'EPSV', 'STOR /b']);
  });
});
