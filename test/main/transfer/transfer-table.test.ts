import { describe, expect, test } from 'vitest';
import type { NewRow } from '../../../src/main/transfer/transfer-row.ts';
import { TransferTable, type Verdict } from '../../../src/main/transfer/transfer-table.ts';
import { batchOf } from './batch-of.ts';

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
    const table = new TransferTable(() => {});
    const rows = Array.from({ length: 5 }, (_, index) => table.add(rowOf(index === 1 ? 'other' : 's', index)));
    const take = (): string | undefined => {
      const row = table.next('s', any);
      if (row) table.setState(row, 'active');
      return row?.name;
    };
    expect([take(), take(), take()]).toEqual(['f0', 'f2', 'f3']);
    const second = rows[2];
    if (second) table.setState(second, 'waiting');
    expect([take(), take(), take()]).toEqual(['f2', 'f4', undefined]);
    expect(table.next('other', any)?.name).toBe('f1');
  });

  test('comes back to a refused row only when it is said to be startable', () => {
    const table = new TransferTable(() => {});
    const row = table.add(rowOf('s', 0));
    expect(table.next('s', () => 'pass')).toBeNull();
    expect(table.next('s', any)).toBeNull();
    table.startable(row);
    expect(table.next('s', any)).toBe(row);
  });

  test('counts at every change what counting all would', () => {
    const table = new TransferTable(() => {});
    const rows = Array.from({ length: 30 }, (_, index) => table.add(rowOf('s', index)));
    const states = ['active', 'done', 'skipped', 'cancelled', 'paused', 'failed', 'unknown', 'asking'] as const;
    rows.forEach((row, index) => {
      table.setSize(row, index);
      table.setState(row, states[index % states.length] ?? 'waiting');
      table.setTransferred(row, Math.floor(index / 2));
    });
    table.remove((row) => row.state === 'paused');
    const left = table.rows.filter((row) => row.state !== 'skipped' && row.state !== 'cancelled');
    expect(table.totalBytes).toBe(left.reduce((sum, row) => sum + (row.size ?? 0), 0));
    expect(table.transferredBytes).toBe(left.reduce((sum, row) => sum + row.transferred, 0));
    for (const state of states) {
      expect(table.counts[state]).toBe(table.rows.filter((row) => row.state === state).length);
    }
    expect(table.rows.map((row) => row.place)).toEqual(table.rows.map((_, index) => index));
  });

  test('looks at each of 100,000 rows about once while all are worked off', () => {
    const table = new TransferTable(() => {});
    const batch = batchOf();
    for (let index = 0; index < 100_000; index++) table.add({ ...rowOf('s', index), batch });
    let looks = 0;
    const counting = (): Verdict => {
      looks++;
      return 'take';
    };
    for (let row = table.next('s', counting); row; row = table.next('s', counting)) table.setState(row, 'done');
    expect(table.counts.done).toBe(100_000);
    expect(looks).toBe(100_000);
  });
});
