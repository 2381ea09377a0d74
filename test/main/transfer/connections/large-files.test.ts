import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Lane } from '../../../../src/main/transfer/connections/lane.ts';
import { LargeFiles, LOOK_EVERY } from '../../../../src/main/transfer/connections/large-files.ts';
import { AllLanes } from '../../../../src/main/transfer/connections/site-lanes.ts';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';
import { createRow, type TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../batch-of.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MEBI = 1024 * 1024;

let lastId = 0;
const rowOf = (size: number | null): TransferRow => {
  lastId += 1;
  return createRow(lastId, lastId, {
    batch: batchOf(),
    direction: 'download',
    source: { type: 'file', modified: null, chosen: true },
    kind: 'file',
    name: `f${lastId}`,
    localPath: `/f${lastId}`,
    remotePath: `/f${lastId}`,
    size,
  });
};

/** A site whose lanes take large files as long as they are not kept back; each connection moves what `rate` says. */
const site = (allowed: number, rate: (connections: number) => number) => {
  const lanes = new AllLanes().of('s');
  const large = new LargeFiles({ allowed: () => allowed, wake: () => begin() });
  const counters = new Map<Lane, { bytes: number }>();
  const begin = (): void => {
    for (let row = rowOf(9 * MEBI); !large.keepsBack(lanes, row); row = rowOf(9 * MEBI)) {
      const lane = new Lane();
      const counter = { bytes: 0 };
      row.run = {
        abort: new AbortController(),
        ending: null,
        meter: new RateMeter(),
        progress: { base: 0, counter },
        previousFault: null,
        connections: 1,
      };
      lane.enter(row);
      lanes.lanes.add(lane);
      counters.set(lane, counter);
      large.began(lanes, row);
    }
  };
  /** The lane is at the end of its file; it goes on with another one where that is not kept back. */
  const finish = (lane: Lane): void => {
    const [row] = lane.rows;
    if (!row) return;
    lane.leave(row);
    large.ended(lanes, row);
    lanes.lanes.delete(lane);
    counters.delete(lane);
    begin();
  };
  const pass = (looks: number): void => {
    for (let look = 0; look < looks; look++) {
      for (let tenth = 0; tenth < 10; tenth++) {
        const each = rate(lanes.lanes.size) / lanes.lanes.size;
        for (const counter of counters.values()) counter.bytes += (each * LOOK_EVERY) / 10_000;
        vi.advanceTimersByTime(LOOK_EVERY / 10);
      }
      // One file ends within each look.
      const [first] = lanes.lanes;
      if (first) finish(first);
    }
  };
  begin();
  return { lanes, large, pass, begin, finish };
};

describe('large files', () => {
  test('go over one connection where it fills the line, and give one back that was not worth it', () => {
    const { lanes, pass } = site(5, () => 10 * MEBI);
    expect(lanes.lanes.size).toBe(1);
    const seen: number[] = [];
    for (let look = 0; look < 30; look++) {
      pass(1);
      seen.push(lanes.lanes.size);
    }
    expect(seen).toContain(2);
    expect(seen).not.toContain(3);
    expect(seen.at(-1)).toBe(1);
  });

  test('go over all that are allowed where each connection is bounded', () => {
    const { lanes, pass } = site(4, (connections) => connections * MEBI);
    pass(12);
    expect(lanes.lanes.size).toBe(4);
  });

  test('begin with one again once there was none', () => {
    const { lanes, large, pass } = site(4, (connections) => connections * MEBI);
    pass(12);
    lanes.lanes.clear();
    vi.advanceTimersByTime(3 * LOOK_EVERY);
    expect(vi.getTimerCount()).toBe(0);
    expect(large.keepsBack(lanes, rowOf(9 * MEBI))).toBe(false);
  });

  test('leave no clock running when the queue stops', () => {
    const { large } = site(4, () => MEBI);
    expect(vi.getTimerCount()).toBe(1);
    large.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('files that are small, of unknown size, or between servers are never kept back, and no folder is', () => {
  const { lanes, large } = site(4, () => MEBI);
  const folder = { ...rowOf(9 * MEBI), kind: 'folder' as const };
  const between = { ...rowOf(9 * MEBI), direction: 'between' as const };
  for (const row of [rowOf(MEBI), rowOf(null), folder, between]) expect(large.keepsBack(lanes, row)).toBe(false);
  expect(large.keepsBack(lanes, rowOf(9 * MEBI))).toBe(true);
});
