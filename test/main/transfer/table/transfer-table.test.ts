import { describe, expect, test, vi } from 'vitest';
import { WITH_LEFTOVER } from '../../../../src/main/transfer/kept/selection-sql.ts';
import type { NewRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import type { Verdict } from '../../../../src/main/transfer/table/ready-rows.ts';
import { batchOf } from '../batch-of.ts';
import { openTable } from '../table-of.ts';

const rowOf = (sessionId: string, index: number): NewRow => ({
  batch: batchOf({ sessionId }),
  direction: 'download',
  source: { type: 'file', modified: null, chosen: true },
  kind: 'file',
  name: `f${index}`,
  localPath: `/f${index}`,
  remotePath: `/f${index}`,
  size: 10,
});

const any = (): Verdict => 'take';

describe('the table', () => {
  test('hands out waiting rows in their order, and again when they wait again', () => {
    const table = openTable();
    const rows = Array.from({ length: 5 }, (_, index) => table.add(rowOf(index === 1 ? '2' : '1', index)));
    const take = (): string | undefined => {
      const row = table.next('1', any);
      if (row) table.setState(row, 'active');
      return row?.name;
    };
    expect([take(), take(), take()]).toEqual(['f0', 'f2', 'f3']);
    const second = rows[2];
    if (second) table.setState(second, 'waiting');
    expect([take(), take(), take()]).toEqual(['f2', 'f4', undefined]);
    expect(table.next('2', any)?.name).toBe('f1');
  });

  test('comes back to a refused row only when it is said to be startable', () => {
    const table = openTable();
    const row = table.add(rowOf('1', 0));
    expect(table.next('1', () => 'pass')).toBeNull();
    expect(table.next('1', any)).toBeNull();
    table.startable(row);
    expect(table.next('1', any)).toBe(row);
  });

  test('counts at every change what counting all would', () => {
    const table = openTable();
    const rows = Array.from({ length: 30 }, (_, index) => table.add(rowOf('1', index)));
    const states = ['active', 'done', 'skipped', 'cancelled', 'paused', 'failed', 'unknown', 'asking'] as const;
    rows.forEach((row, index) => {
      table.setSize(row, index);
      table.setState(row, states[index % states.length] ?? 'waiting');
      table.setTransferred(row, Math.floor(index / 2));
    });
    table.remove(rows.filter((row) => row.state === 'paused'));
    const there = table.page('all', 0, 100);
    const left = there.filter((row) => row.state !== 'skipped' && row.state !== 'cancelled');
    expect(table.counts.tally.totalBytes).toBe(left.reduce((sum, row) => sum + (row.size ?? 0), 0));
    expect(table.counts.tally.transferredBytes).toBe(left.reduce((sum, row) => sum + row.transferred, 0));
    for (const state of states) {
      expect(table.counts.tally.counts[state]).toBe(there.filter((row) => row.state === state).length);
    }
  });

  test('rows that are looked at again are read once', () => {
    const table = openTable();
    for (let index = 0; index < 30; index++) table.add(rowOf('1', index));
    const first = table.page('queue', 5, 10);
    const readWhole = vi.spyOn(table.store, 'page');
    const again = table.page('queue', 5, 10);
    expect(first).toHaveLength(10);
    expect(again.every((row, index) => row === first[index])).toBe(true);
    expect(readWhole).not.toHaveBeenCalled();
  });

  test('looks at each of 5,000 rows about once while all are worked off', () => {
    const table = openTable();
    const batch = batchOf();
    for (let index = 0; index < 5_000; index++) table.add({ ...rowOf('1', index), batch });
    let looks = 0;
    const counting = (): Verdict => {
      looks++;
      return 'take';
    };
    for (let row = table.next('1', counting); row; row = table.next('1', counting)) table.setState(row, 'done');
    expect(table.counts.tally.counts.done).toBe(5_000);
    expect(looks).toBe(5_000);
  });

  test('does not find a row again that is over and forgotten, as the store had it while it was at work', () => {
    const table = openTable();
    const row = table.add(rowOf('1', 0));
    row.leftover = {
      kind: 'download',
      at: null,
      further: [],
      sourceSize: 1,
      sourceModifiedMs: null,
      isWhole: false,
      placing: null,
    };
    table.keep(row);
    row.leftover = null;
    table.setState(row, 'done');
    table.drop(row);
    expect(table.get(row.id)).toBeUndefined();
    table.flush();
    expect(table.store.ids(WITH_LEFTOVER, 0, 10)).toEqual([]);
    expect(table.counts.tally.counts.done).toBe(1);
  });
});
