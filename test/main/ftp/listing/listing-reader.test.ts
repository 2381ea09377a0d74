import { describe, expect, test } from 'vitest';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import { createListingLines } from '../../../../src/main/ftp/listing/listing-lines.ts';
import { createListingReader } from '../../../../src/main/ftp/listing/listing-reader.ts';
import { pathnameCodec, utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';

const read = (chunks: readonly string[], kind: 'mlsd' | 'list' = 'list') => {
  const batches: (readonly FileEntry[])[] = [];
  const reader = createListingReader({
    format: 'auto',
    directory: '/',
    codec: utf8Codec,
    kind,
    nowMs: Date.parse('2026-11-21T12:00:00Z'),
    onEntries: (entries) => batches.push(entries),
  });
  for (const chunk of chunks) reader.push(Buffer.from(chunk, 'latin1'));
  const summary: ListingSummary = reader.end();
  return { batches, names: batches.flat().map((entry) => entry.name), entries: batches.flat(), summary };
};

const unixLine = (name: string): string => `-rw-r--r-- 1 a b 1 Nov 20 10:00 ${name}\r\n`;
const dosLine = (name: string): string => `11-20-26  10:00AM                   12 ${name}\r\n`;

describe('lines', () => {
  test('entries are handed over as soon as their lines are complete', () => {
    const { batches } = read([unixLine('a') + unixLine('b'), unixLine('c').slice(0, 5), unixLine('c').slice(5)]);
    expect(batches.map((batch) => batch.map((entry) => entry.name))).toEqual([['a', 'b'], ['c']]);
  });

  test('end in CRLF, in LF, and the last in nothing', () => {
    expect(read([unixLine('a').replace('\r\n', '\n'), unixLine('b'), unixLine('c').trimEnd()]).names).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('lose one CR and no more', () => {
    expect(read([unixLine('a\r')]).names).toEqual(['a\r']);
  });

  test('may be empty, all of them', () => {
    expect(read([]).summary).toEqual({ entries: 0, notUnderstood: [], notUnderstoodCount: 0 });
    expect(read(['\r\n\n', unixLine('a'), '\r\n']).summary).toEqual({
      entries: 1,
      notUnderstood: [],
      notUnderstoodCount: 0,
    });
  });

  test('of 64 KiB are read, longer ones are a fault, whether or not they end', () => {
    const longest = 'x'.repeat(65_536 - unixLine('').trimEnd().length - 1);
    expect(read([unixLine(longest).replace('\r\n', '\n')]).names).toEqual([longest]);
    expect(() => read([unixLine(`${longest}x`)])).toThrow(/listing: too-long/);
    expect(() => read(Array.from({ length: 70 }, () => 'x'.repeat(1_000)))).toThrow(/listing: too-long/);
  });
});

test('a listing without end is a fault, however little is in its lines', () => {
  const reader = createListingLines(() => {}, 1_000);
  reader.push(Buffer.from('\r\n'.repeat(500)));
  expect(() => reader.push(Buffer.from('\r\n'))).toThrow(/listing: too-long/);
});

describe('the format', () => {
  test('is found out by what parses', () => {
    expect(read([unixLine('a'), unixLine('b')]).entries[0]).toMatchObject({ name: 'a', permissions: 'rw-r--r--' });
    expect(read([dosLine('a'), dosLine('b')]).entries[0]).toMatchObject({ name: 'a', size: 12, permissions: null });
  });

  test('is found out behind lines of no format', () => {
    const greeting = Array.from({ length: 30 }, (_, index) => `Welcome, line ${index}\r\n`);
    const { names, summary } = read([...greeting, dosLine('a'), unixLine('b')]);
    expect(names).toEqual(['a', 'b']);
    expect(summary.notUnderstoodCount).toBe(30);
  });

  test('may change in the middle, and nothing gets lost or out of order', () => {
    const { names, summary } = read([
      unixLine('a'),
      ...['b', 'c', 'd', 'e'].map(dosLine),
      'neither\r\n',
      ...['f', 'g'].map(unixLine),
      dosLine('h'),
    ]);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(summary).toEqual({ entries: 8, notUnderstood: ['neither'], notUnderstoodCount: 1 });
  });

  test('of MLSD is the one of MLSD', () => {
    const { names, summary } = read(['type=file; a\r\n', unixLine('b')], 'mlsd');
    expect(names).toEqual(['a']);
    expect(summary.notUnderstoodCount).toBe(1);
  });
});

test('lines not understood are all counted, a thousand of them kept, none longer than one can read', () => {
  const { summary } = read([...Array.from({ length: 1_200 }, (_, index) => `what ${index}\r\n`)]);
  expect(summary.notUnderstoodCount).toBe(1_200);
  expect(summary.notUnderstood).toHaveLength(1_000);
  expect(summary.notUnderstood[999]).toBe('what 999');
  expect(read([`${'x'.repeat(60_000)}\r\n`]).summary.notUnderstood[0]).toHaveLength(4_096);
});

test('names are read in the encoding of the site, each for itself', async () => {
  const reader = async (encoding: string): Promise<string[]> => {
    const names: string[] = [];
    const { push, end } = createListingReader({
      format: 'auto',
      directory: '/',
      codec: await pathnameCodec(encoding),
      kind: 'list',
      nowMs: 0,
      onEntries: (entries) => names.push(...entries.flatMap((entry) => [entry.name, entry.owner ?? ''])),
    });
    // The second byte of 0x835C is a backslash in ASCII.
    push(Buffer.from('-rw-r--r-- 1 \xfc b 1 Nov 20 10:00 \x83\x5c\x83\x67\r\n', 'latin1'));
    end();
    return names;
  };
  expect(await reader('shift_jis')).toEqual(['ソト', '\uDCFC']);
  expect(await reader('windows-1252')).toEqual(['ƒ\\ƒg', 'ü']);
});
