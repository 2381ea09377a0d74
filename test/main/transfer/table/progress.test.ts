import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';
import type { TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { Progress } from '../../../../src/main/transfer/table/progress.ts';
import { toSummary, toView } from '../../../../src/main/transfer/table/transfer-view.ts';
import { batchOf } from '../batch-of.ts';
import { openTable } from '../table-of.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = () => {
  const table = openTable();
  const progress = new Progress(table);
  const batch = batchOf();
  const begin = (
    size: number,
    direction: 'download' | 'upload' = 'download',
  ): { readonly row: TransferRow; readonly counter: { bytes: number } } => {
    const row = table.add({
      batch,
      direction,
      source: { type: 'file', modified: null, chosen: true },
      kind: 'file',
      name: 'f',
      localPath: '/f',
      remotePath: '/f',
      size,
    });
    const counter = { bytes: 0 };
    row.run = {
      abort: new AbortController(),
      ending: null,
      meter: new RateMeter(),
      previousFault: null,
      connections: 1,
      progress: { base: 0, counter },
    };
    table.setState(row, 'active');
    progress.begin(row);
    return { row, counter };
  };
  const end = (row: TransferRow): void => {
    progress.end(row);
    row.run = null;
    table.setState(row, 'done');
  };
  return { table, progress, begin, end };
};

test('the counters are carried over by the clock alone, with rates and the time left', () => {
  const { table, progress, begin } = start();
  const { row, counter } = begin(10_000_000);
  for (let step = 0; step < 50; step++) {
    counter.bytes += 100_000;
    vi.advanceTimersByTime(100);
  }
  expect(row.transferred).toBe(5_000_000);
  expect(
    toView(row, {
      sessionOf: () => 's',
      folder: (one) => table.folder(one),
      faultOf: () => null,
      isDormant: () => false,
    }).rate,
  ).toBeGreaterThan(900_000);
  const { remainingMs, transferredBytes, rate } = toSummary(table, progress, 'nothing');
  expect(transferredBytes).toBe(5_000_000);
  expect(rate).toBeGreaterThan(900_000);
  expect(remainingMs).toBeGreaterThan(4_000);
  expect(remainingMs).toBeLessThan(6_000);
});

test('no time is left for what has failed or is paused', () => {
  const { table, progress, begin, end } = start();
  const others = [begin(1_000_000_000), begin(1_000_000_000)];
  for (const [index, { row }] of others.entries()) {
    end(row);
    table.setState(row, index === 0 ? 'failed' : 'paused');
  }
  const { counter } = begin(10_000_000);
  for (let step = 0; step < 50; step++) {
    counter.bytes += 100_000;
    vi.advanceTimersByTime(100);
  }
  expect(progress.remainingMs).toBeLessThan(6_000);
  expect(table.counts.tally.totalBytes).toBe(2_010_000_000);
});

test('the rate goes on over many small files one after another', () => {
  const { progress, begin, end } = start();
  for (let file = 0; file < 40; file++) {
    const { row, counter } = begin(100_000);
    vi.advanceTimersByTime(100);
    counter.bytes = 100_000;
    end(row);
  }
  expect(progress.rate).toBeGreaterThan(900_000);
});

test('the clock stands still when nothing is active', () => {
  const { table, progress, begin, end } = start();
  const { row, counter } = begin(10);
  counter.bytes = 10;
  end(row);
  vi.advanceTimersByTime(1_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(toSummary(table, progress, 'nothing')).toMatchObject({ rate: 0, remainingMs: null, transferredBytes: 10 });
});

test('each direction has its own rate, and the last minutes are told by it', () => {
  const { table, progress, begin, end } = start();
  const coming = begin(100_000_000);
  const going = begin(100_000_000, 'upload');
  for (let step = 0; step < 40; step++) {
    coming.counter.bytes += 300_000;
    going.counter.bytes += 100_000;
    vi.advanceTimersByTime(250);
  }
  const { rates, rate } = toSummary(table, progress, 'nothing');
  expect(rates.down).toBeCloseTo(1_200_000, -5);
  expect(rates.up).toBeCloseTo(400_000, -5);
  expect(rate).toBeCloseTo(rates.down + rates.up, -1);
  end(coming.row);
  end(going.row);
  vi.advanceTimersByTime(3_000);
  const { down, up } = progress.history();
  // All is told, and so are the seconds in which nothing moved any more.
  expect(down.reduce((sum, bytes) => sum + bytes, 0)).toBe(12_000_000);
  expect(up.reduce((sum, bytes) => sum + bytes, 0)).toBe(4_000_000);
  expect(down.slice(-2)).toEqual([0, 0]);
  expect(toSummary(table, progress, 'nothing').rates).toEqual({ down: 0, up: 0 });
});
