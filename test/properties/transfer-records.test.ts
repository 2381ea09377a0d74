import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/main/store/database.ts';
import { keepText, readText } from '../../src/main/transfer/kept/kept-text.ts';
import { BLOCK, blockOf, ListBlocks } from '../../src/main/transfer/kept/list-blocks.ts';
import { ranksBetween, STEP } from '../../src/main/transfer/kept/rank.ts';
import { fromRecord, toRecord } from '../../src/main/transfer/kept/row-record.ts';
import { RowStore } from '../../src/main/transfer/kept/row-store.ts';
import { createRow, type TransferRow } from '../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../main/transfer/batch-of.ts';

/** Any string of UTF-16 units: bytes that are no character stand in names as lone surrogates. */
const text = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
const bytes = fc.nat(2 ** 50);
const time = fc.option(fc.nat(2 ** 45));

const row = fc
  .record({
    name: text,
    localPath: text,
    remotePath: text,
    size: fc.option(bytes),
    transferred: bytes,
    startsMs: time,
    finishedMs: time,
    kind: fc.constantFrom('file' as const, 'folder' as const),
    state: fc.constantFrom('waiting', 'moving', 'paused', 'failed', 'unknown', 'done', 'skipped', 'cancelled'),
    direction: fc.constantFrom('download', 'upload', 'between'),
    fault: fc.option(fc.constant({ kind: 'cancelled', stage: 'preparing' } as const)),
    decision: fc.option(fc.record({ action: fc.constantFrom('skip', 'rename', 'ask'), newName: fc.option(text) })),
    leftover: fc.option(
      fc.record({
        kind: fc.constant('download' as const),
        at: fc.option(fc.record({ marker: text, localBytes: bytes })),
        further: fc.array(fc.record({ from: bytes, to: bytes })),
        sourceSize: fc.option(bytes),
        sourceModifiedMs: time,
        isWhole: fc.boolean(),
        placing: fc.option(bytes),
      }),
    ),
    pending: fc.option(fc.array(fc.record({ localPath: text, remotePath: text }))),
    tries: fc.record({ used: fc.nat(9), furthest: bytes }),
    activeMs: fc.nat(1_000_000),
    verifiedBy: fc.option(fc.constantFrom('size', 'SHA-256')),
    inOnePiece: fc.boolean(),
  })
  .map((part): TransferRow => {
    const batch = batchOf();
    const source = { type: 'file', modified: null, chosen: true } as const;
    const fresh = createRow(7, 3 * STEP, { ...part, batch, source } as Parameters<typeof createRow>[2]);
    return Object.assign(fresh, part);
  });

test('a row comes out of the store as it went in, whatever its names hold', () => {
  const store = new RowStore(openDatabase(':memory:'));
  fc.assert(
    fc.property(row, (before) => {
      store.put([before]);
      const { batch, siteTitle, pause, retriesMs, run, question, from, ...kept } = before;
      expect(store.get(7)).toEqual({ ...kept, batchId: batch.id, from: null });
      expect(fromRecord(toRecord(before))).toEqual(store.get(7));
    }),
  );
});

test('text is kept as text that SQLite can hold', () => {
  fc.assert(
    fc.property(text, (before) => {
      expect(keepText(before).isWellFormed()).toBe(true);
      expect(readText(keepText(before))).toBe(before);
    }),
  );
});

test('ranks between two are in order, apart, and strictly between them', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 40), fc.nat(2 ** 30), fc.integer({ min: 1, max: 50 }), (after, gap, count) => {
      const ranks = ranksBetween(after, after + gap, count);
      expect(ranks === null).toBe(gap < count + 1);
      if (ranks === null) return;
      const all = [after, ...ranks, after + gap];
      expect(ranks).toHaveLength(count);
      for (const [index, rank] of all.entries()) if (index > 0) expect(rank).toBeGreaterThan(all[index - 1] ?? 0);
    }),
  );
});

test('a page of a list begins where counting from the first row would', () => {
  const rows = fc.array(fc.record({ rank: fc.nat(5 * BLOCK), list: fc.constantFrom('queue', 'failed', 'finished') }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, fc.nat(70), fc.constantFrom('queue', 'failed', 'finished', 'all'), (all, offset, list) => {
      const blocks = new ListBlocks();
      for (const one of all) blocks.change(blockOf(one.rank), one.list, 1);
      const shown = all.filter((one) => list === 'all' || one.list === list).toSorted((a, b) => a.rank - b.rank);
      expect(blocks.total(list)).toBe(shown.length);
      const start = blocks.find(list, offset);
      expect(start === null).toBe(offset >= shown.length);
      if (start === null) return;
      const before = shown.filter(({ rank }) => rank < start.rank).length;
      expect(before + start.skip).toBe(offset);
    }),
  );
});
