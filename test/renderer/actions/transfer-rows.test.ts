import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { ok, type Result } from '#shared/result.ts';
import { sortTransfersNext } from '../../../src/renderer/actions/show-transfers.ts';
import { followQueue, hideTransferRows, showTransferRows } from '../../../src/renderer/actions/transfer-rows.ts';
import { EMPTY_SUMMARY, emptyView, shownView, transfers } from '../../../src/renderer/state/transfers.ts';
import { transferView } from '../transfers/transfer-view-fixture.ts';
import { installFakeMain } from './fake-main.ts';

const TOTAL = 1_200;
const QUEUE = { ...WHOLE_QUEUE, list: 'queue' };

const main = installFakeMain();
let before = 0;
const asked = () => main.requests.slice(before).map(({ input }) => input);
const view = () => shownView(transfers.getState());
const page = (offset: number, count: number, transferred = 0) => {
  const rows = Array.from({ length: Math.max(0, Math.min(count, TOTAL - offset)) }, (_, step) =>
    transferView({ id: 1_000 + offset + step, size: 10, transferred }),
  );
  return { version: 1, total: TOTAL, rows };
};

beforeEach(() => {
  before = main.requests.length;
  main.answerOn('transfers/read', ({ offset, count }: { offset: number; count: number }) => ok(page(offset, count)));
  transfers.setState({
    summary: EMPTY_SUMMARY,
    list: 'queue',
    views: { ...transfers.getState().views, queue: emptyView('queue') },
  });
});

afterEach(hideTransferRows);

test('the rows on the screen are read and kept with their place', async () => {
  showTransferRows(100, 30);
  await vi.waitFor(() => expect(view().offset).toBe(100));
  expect(view().rows.map(({ id }) => id)).toEqual(page(100, 30).rows.map(({ id }) => id));
});

test('never more rows are asked for than the contract lets through', async () => {
  showTransferRows(0, 5_000);
  await vi.waitFor(() => expect(asked()).toEqual([{ query: QUEUE, offset: 0, count: 500 }]));
});

test('the queue in numbers and its rows in sight become known together', async () => {
  showTransferRows(0, 30);
  await vi.waitFor(() => expect(view().rows).toHaveLength(30));
  let answer = (_page: Result<unknown>): void => {};
  main.answerOn('transfers/read', () => new Promise<Result<unknown>>((resolve) => (answer = resolve)));

  followQueue({ ...EMPTY_SUMMARY, version: 2, transferredBytes: 7 });
  expect(transfers.getState().summary.transferredBytes).toBe(0);
  answer(ok(page(0, 30, 7)));
  await vi.waitFor(() => expect(transfers.getState().summary.transferredBytes).toBe(7));
  expect(view().rows[0]?.transferred).toBe(7);
});

test('the numbers are known at once where no rows are in sight', () => {
  followQueue({ ...EMPTY_SUMMARY, version: 3, transferredBytes: 8 });
  expect(transfers.getState().summary.transferredBytes).toBe(8);
  expect(asked()).toEqual([]);
});

test('the numbers do not wait for rows that have to be searched for', async () => {
  showTransferRows(0, 30);
  await vi.waitFor(() => expect(view().rows).toHaveLength(30));
  sortTransfersNext('size');
  followQueue({ ...EMPTY_SUMMARY, version: 4, transferredBytes: 9 });
  expect(transfers.getState().summary.transferredBytes).toBe(9);
});

test('the numbers become known where the rows cannot be read', async () => {
  showTransferRows(0, 30);
  await vi.waitFor(() => expect(view().rows).toHaveLength(30));
  main.answerOn('transfers/read', () => ({ ok: false, fault: { kind: 'defect', stage: 'preparing', detail: 'gone' } }));
  followQueue({ ...EMPTY_SUMMARY, version: 5, transferredBytes: 10 });
  await vi.waitFor(() => expect(transfers.getState().summary.transferredBytes).toBe(10));
});
