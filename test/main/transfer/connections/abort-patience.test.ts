import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchAbort } from '../../../../src/main/transfer/connections/abort-patience.ts';
import { Lane } from '../../../../src/main/transfer/connections/lane.ts';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';
import { createRow, type Run, type TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../batch-of.ts';
import { FakeServer } from '../fake-server.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const working = (id: number): { readonly row: TransferRow; readonly run: Run } => {
  const row = createRow(id, id, {
    batch: batchOf(),
    direction: 'download',
    source: { type: 'file', modified: null, chosen: true },
    kind: 'file',
    name: `f${id}`,
    localPath: `/f${id}`,
    remotePath: `/f${id}`,
    size: 10,
  });
  const progress = { base: 0, counter: { bytes: 0 } };
  const run: Run = {
    abort: new AbortController(),
    ending: null,
    meter: new RateMeter(),
    previousFault: null,
    connections: 1,
    progress,
  };
  row.run = run;
  return { row, run };
};

const laneWith = async (...rows: readonly TransferRow[]): Promise<Lane> => {
  const { session } = new FakeServer();
  const lane = new Lane();
  lane.connected({ ftp: await session.lease(new AbortController().signal), session, leased: true });
  for (const row of rows) lane.enter(row);
  return lane;
};

test('an aborted row that does not let go costs its connection', async () => {
  const { row, run } = working(1);
  const lane = await laneWith(row);
  watchAbort(lane, row, run);
  vi.advanceTimersByTime(10_000);
  expect(lane.connection?.ftp.closed).toBe(false);
  run.abort.abort();
  vi.advanceTimersByTime(2_000);
  expect(lane.connection?.ftp.closed).toBe(true);
  expect(lane.givenUp).toBe(true);
});

test('one that has let go costs nothing', async () => {
  const { row, run } = working(1);
  const lane = await laneWith(row);
  const watch = watchAbort(lane, row, run);
  run.abort.abort();
  watch.over();
  vi.advanceTimersByTime(10_000);
  expect(lane.connection?.ftp.closed).toBe(false);
});

test('while others get on, by bytes or by ending, the connection is left to them', async () => {
  const { row, run } = working(1);
  const other = working(2);
  const third = working(3);
  const lane = await laneWith(row, other.row, third.row);
  watchAbort(lane, row, run);
  run.abort.abort();
  for (let look = 0; look < 5; look++) {
    if (other.run.progress) other.run.progress.counter.bytes += 1;
    vi.advanceTimersByTime(2_000);
    expect(lane.connection?.ftp.closed).toBe(false);
  }
  lane.leave(third.row);
  vi.advanceTimersByTime(2_000);
  expect(lane.connection?.ftp.closed).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(lane.connection?.ftp.closed).toBe(true);
});
