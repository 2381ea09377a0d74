import { describe, expect, test } from 'vitest';
import { CHUNK_ROWS } from '#shared/model/entry-chunk.ts';
import { chunksOf, createDirectoryTable, readRows } from '../../../src/main/session/directory-table.ts';
import { entry, lostConnection, SUMMARY } from './fake-user-ftp.ts';

const never = new AbortController().signal;
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => entry(`f${from + index}`));

describe('chunks of a listing', () => {
  test('come while it is still arriving', async () => {
    const { table, push } = createDirectoryTable();
    const chunks = chunksOf(table, never);
    const first = chunks.next();
    push(rows(1));
    expect((await first).value).toMatchObject({ count: 1, names: ['f0'] });
    expect(table.finished).toBe(false);
  });

  test('hold no more than a chunk may, and miss no row', async () => {
    const { table, push, finish } = createDirectoryTable();
    push(rows(CHUNK_ROWS + 1));
    push(rows(2, CHUNK_ROWS + 1));
    finish(SUMMARY);
    const names: string[][] = [];
    for await (const chunk of chunksOf(table, never)) names.push([...chunk.names]);
    expect(names.map((some) => some.length)).toEqual([CHUNK_ROWS, 3]);
    expect(names.flat()).toEqual(rows(CHUNK_ROWS + 3).map(({ name }) => name));
  });

  test('end with the summary', async () => {
    const { table, finish } = createDirectoryTable();
    finish({ ...SUMMARY, notUnderstoodCount: 2 });
    expect(await chunksOf(table, never).next()).toEqual({ done: true, value: { ...SUMMARY, notUnderstoodCount: 2 } });
  });

  test('come as far as there are any before the fault that ended the listing', async () => {
    const { table, push, fail } = createDirectoryTable();
    push(rows(1));
    fail(lostConnection());
    const chunks = chunksOf(table, never);
    expect((await chunks.next()).value).toMatchObject({ count: 1 });
    await expect(chunks.next()).rejects.toThrow('ECONNRESET');
  });

  test('stop waiting when nobody is interested any more', async () => {
    const interest = new AbortController();
    const waiting = chunksOf(createDirectoryTable().table, interest.signal).next();
    interest.abort();
    await expect(waiting).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
  });
});

describe('reading the rows', () => {
  test('tells of each once, those that are there and those that come', async () => {
    const { table, push, finish } = createDirectoryTable();
    push(rows(2));
    const told: string[] = [];
    const done = readRows(table, null, (some) => told.push(...some.map(({ name }) => name)));
    push(rows(2, 2));
    finish(SUMMARY);
    expect(await done).toEqual(SUMMARY);
    expect(told).toEqual(['f0', 'f1', 'f2', 'f3']);
  });
});
