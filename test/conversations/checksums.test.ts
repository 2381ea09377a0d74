import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import { loggedIn, sampleBytes } from './conversation.ts';

const CONTENT = sampleBytes(100_000);
const FILES = { a: CONTENT, 'd/a b': CONTENT };
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const MD5 = createHash('md5').update(CONTENT).digest('hex');

const whole = (algorithm: ChecksumAlgorithm) => ({ algorithm, range: null, signal: null });

describe('HASH', () => {
  test('is told the algorithm once, and the name as it is', async () => {
    const { ftp, said } = await loggedIn({ files: FILES, checksums: ['HASH'] });
    expect(ftp.checksums).toEqual(['SHA-256', 'SHA-512', 'SHA-1', 'MD5', 'CRC32']);
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBe(SHA256);
    expect(await ftp.checksum('/d/a b', whole('SHA-256'))).toBe(SHA256);
    expect(said()).toEqual(['TYPE I', 'OPTS HASH SHA-256', 'HASH /a', 'HASH /d/a b']);
  });

  test('needs no OPTS for what is in force', async () => {
    const { ftp, said } = await loggedIn({ files: FILES, checksums: ['HASH'] });
    expect(await ftp.checksum('/a', whole('SHA-1'))).toBe(createHash('sha1').update(CONTENT).digest('hex'));
    expect(said()).toEqual(['TYPE I', 'HASH /a']);
  });

  test('of a part is not asked for, as RANG may stay in force for what comes behind it', async () => {
    const { ftp, said } = await loggedIn({
      files: FILES,
      checksums: ['HASH'],
      features: ['HASH SHA-256', 'RANG STREAM'],
    });
    const range = { from: 0, to: 10 };
    expect(await ftp.checksum('/a', { algorithm: 'SHA-256', range, signal: null })).toBeNull();
    expect(said()).toEqual([]);
  });

  test('whose OPTS is refused is not taken for another algorithm', async () => {
    const { ftp } = await loggedIn({ files: FILES, checksums: ['HASH'], replies: { 'OPTS HASH SHA-256': '501 no' } });
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBeNull();
  });

  test('of a file that is not there is none, and the next one is asked for', async () => {
    const { ftp, options } = await loggedIn({ files: FILES, checksums: ['HASH'] });
    expect(await ftp.checksum('/none', whole('SHA-256'))).toBeNull();
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBe(SHA256);
    expect(options.learned.checksumFails).toBe(false);
  });
});

describe('the commands of no standard', () => {
  test.each([
    ['XSHA256', 'SHA-256', SHA256],
    ['XMD5', 'MD5', MD5],
    ['MD5', 'MD5', MD5],
    ['MMD5', 'MD5', MD5],
  ] as const)('%s', async (verb, algorithm, checksum) => {
    const { ftp, said } = await loggedIn({ files: FILES, checksums: [verb] });
    expect(ftp.checksums).toEqual([algorithm]);
    expect(await ftp.checksum('/a', whole(algorithm))).toBe(checksum);
    expect(said()).toEqual(['TYPE I', `${verb} /a`]);
  });

  test('a name with spaces is quoted, and where a part begins and ends stands behind it', async () => {
    const { ftp, said } = await loggedIn({ files: FILES, checksums: ['XMD5'] });
    const range = { from: 10, to: 20 };
    const part = createHash('md5').update(CONTENT.subarray(10, 20)).digest('hex');
    expect(await ftp.checksum('/d/a b', { algorithm: 'MD5', range, signal: null })).toBe(part);
    expect(await ftp.checksum('/d/a b', whole('MD5'))).toBe(MD5);
    expect(said()).toEqual(['TYPE I', 'XMD5 "/d/a b" 10 20', 'XMD5 "/d/a b"']);
  });

  test('a name with quotes cannot be written', async () => {
    const { ftp, said } = await loggedIn({ files: { 'a"b': CONTENT }, checksums: ['XMD5'] });
    expect(await ftp.checksum('/a"b', whole('MD5'))).toBeNull();
    expect(said()).toEqual(['TYPE I']);
  });
});

describe('a server that promises more than it has', () => {
  test('is asked by its other commands, and then no more; that is remembered', async () => {
    const replies = { HASH: '502 no such command', XSHA256: '250 Command okay' };
    const script = { files: FILES, checksums: ['HASH', 'XSHA256'], replies };
    const { ftp, said, options, connect } = await loggedIn(script);
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBeNull();
    expect(said()).toEqual(['TYPE I', 'OPTS HASH SHA-256', 'HASH /a', 'XSHA256 /a']);
    expect(ftp.checksums).toEqual([]);
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBeNull();
    expect(options.learned.checksumFails).toBe(true);
    expect((await connect()).checksums).toEqual([]);
    expect(said()).toEqual([]);
  });

  test('that has one of two is asked for that', async () => {
    const { ftp, options } = await loggedIn({ files: FILES, checksums: ['HASH', 'XMD5'], replies: { HASH: '500 no' } });
    expect(await ftp.checksum('/a', whole('SHA-256'))).toBeNull();
    expect(ftp.checksums).toEqual(['MD5']);
    expect(await ftp.checksum('/a', whole('MD5'))).toBe(MD5);
    expect(options.learned.checksumFails).toBe(false);
  });

  test('and one that offers nothing is asked nothing', async () => {
    const { ftp, said } = await loggedIn({ files: FILES });
    expect(ftp.checksums).toEqual([]);
    expect(await ftp.checksum('/a', whole('MD5'))).toBeNull();
    expect(said()).toEqual([]);
  });
});

test('a server that reads a large file says nothing for longer than it may otherwise', async () => {
  const script = { files: FILES, checksums: ['XMD5'], replies: { XMD5: { delay: 350 } } };
  const { ftp } = await loggedIn(script, { timeouts: { connect: 5_000, reply: 100, data: 5_000 } });
  expect(await ftp.checksum('/a', whole('MD5'))).toBe(MD5);
});

test('whoever cancels does not wait for it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { ftp } = await loggedIn({ files: FILES, checksums: ['XMD5'], replies: { XMD5: { until: promise } } });
  const cancelling = new AbortController();
  const asked = ftp.checksum('/a', { algorithm: 'MD5', range: null, signal: cancelling.signal });
  cancelling.abort();
  await expect(asked).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
  resolve();
  expect(await ftp.checksum('/a', whole('MD5'))).toBe(MD5);
});

test('files side by side are asked about in one flight', async () => {
  const { ftp, server } = await loggedIn({ files: FILES, checksums: ['XMD5'], roundTrip: 20 });
  const before = server.connections[0]?.roundTrips ?? 0;
  await Promise.all(Array.from({ length: 20 }, () => ftp.checksum('/a', whole('MD5'))));
  expect((server.connections[0]?.roundTrips ?? 0) - before).toBe(1);
});
