import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checksumOf } from '../../../src/main/local/file-checksum.ts';
import { scratchFolder } from './scratch-folder.ts';

const CONTENT = Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 7 + (at >> 8)) & 0xff));
const WHOLE = { from: 0, to: Number.POSITIVE_INFINITY };
const going = new AbortController().signal;

const opened = async (content: Uint8Array) => {
  const path = join(await scratchFolder(), 'a');
  await writeFile(path, content);
  const file = await open(path);
  onTestFinished(() => file.close());
  return { path, file };
};

describe('the checksum of a file', () => {
  test.each(['SHA-256', 'SHA-512', 'SHA-1', 'MD5'] as const)('%s', async (algorithm) => {
    const { path, file } = await opened(CONTENT);
    const expected = createHash(algorithm.replace('-', '')).update(CONTENT).digest('hex');
    expect(await checksumOf(path, file, algorithm, WHOLE, going)).toBe(expected);
  });

  test('CRC32, with the zeros before it', async () => {
    const { path, file } = await opened(Buffer.from('123456789'));
    expect(await checksumOf(path, file, 'CRC32', WHOLE, going)).toBe('cbf43926');
    const empty = await opened(Buffer.alloc(0));
    expect(await checksumOf(empty.path, empty.file, 'CRC32', WHOLE, going)).toBe('00000000');
  });

  test('of a part, across the pieces it is read in', async () => {
    const { path, file } = await opened(CONTENT);
    const range = { from: 262_100, to: 786_433 };
    const expected = createHash('md5').update(CONTENT.subarray(range.from, range.to)).digest('hex');
    expect(await checksumOf(path, file, 'MD5', range, going)).toBe(expected);
  });

  test('of a part that the file is too short for is of what there is', async () => {
    const { path, file } = await opened(Buffer.from('abc'));
    const expected = createHash('md5').update('bc').digest('hex');
    expect(await checksumOf(path, file, 'MD5', { from: 1, to: 100 }, going)).toBe(expected);
  });

  test('ends where it is cancelled', async () => {
    const { path, file } = await opened(CONTENT);
    await expect(checksumOf(path, file, 'MD5', WHOLE, AbortSignal.abort())).rejects.toMatchObject({
      fault: { kind: 'cancelled' },
    });
  });
});
