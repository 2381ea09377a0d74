import { beforeEach, expect, test, vi } from 'vitest';
import { type TransferView, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { ok } from '#shared/result.ts';
import { commandTransfers, moveToTransfer, showTransferRows } from '../../../src/renderer/actions/transfers.ts';
import { NOTHING_SELECTED, selectEverything, selectOne } from '../../../src/renderer/state/transfer-selection.ts';
import {
  EMPTY_SUMMARY,
  receiveTransferRows,
  selectTransfers,
  transfers,
} from '../../../src/renderer/state/transfers.ts';
import { transferView } from '../transfers/transfer-view-fixture.ts';
import { installFakeMain } from './fake-main.ts';

const TOTAL = 1_200;
/** Row 0 has the id 1000, so that no test mistakes an index for an id. */
const row = (index: number): TransferView =>
  transferView({
    id: 1_000 + index,
    direction: 'upload',
    state: 'waiting',
    name: `file ${index}`,
    localPath: `/file ${index}`,
    remotePath: `/file ${index}`,
    size: 1,
  });
const rows = (offset: number, count: number) =>
  Array.from({ length: Math.max(0, Math.min(count, TOTAL - offset)) }, (_, step) => row(offset + step));

const main = installFakeMain();
let before = 0;
const asked = (channel: string) =>
  main.requests
    .slice(before)
    .filter((request) => request.channel === channel)
    .map(({ input }) => input);
const selected = () => {
  const { ids } = transfers.getState().selection;
  return ids === 'all' ? ids : [...ids];
};

beforeEach(() => {
  before = main.requests.length;
  main.answerOn('transfers/read', ({ offset, count }: { offset: number; count: number }) =>
    ok({ version: 1, total: TOTAL, rows: rows(offset, count) }),
  );
  transfers.setState({ summary: { ...EMPTY_SUMMARY, count: TOTAL }, selection: NOTHING_SELECTED });
  receiveTransferRows(0, rows(0, 20));
});

test('the rows on the screen are read and kept with their place', async () => {
  showTransferRows(100, 30);
  await vi.waitFor(() => expect(transfers.getState().offset).toBe(100));
  expect(transfers.getState().rows.map(({ id }) => id)).toEqual(rows(100, 30).map(({ id }) => id));
});

test('never more rows are asked for than the contract lets through', async () => {
  showTransferRows(0, 5_000);
  await vi.waitFor(() => expect(asked('transfers/read')).toEqual([{ query: WHOLE_QUEUE, offset: 0, count: 500 }]));
});

test('moving among rows that are there asks nobody', async () => {
  await moveToTransfer(3, false);
  await moveToTransfer(5, true);
  expect(selected()).toEqual([1_003, 1_004, 1_005]);
  expect(asked('transfers/read')).toEqual([]);
});

test('a range over rows that were never read is asked for, page by page', async () => {
  await moveToTransfer(10, false);
  await moveToTransfer(1_109, true);
  expect(selected()).toHaveLength(1_100);
  expect(selected()?.at(-1)).toBe(2_109);
  expect(asked('transfers/read')).toEqual([
    { query: WHOLE_QUEUE, offset: 10, count: 500 },
    { query: WHOLE_QUEUE, offset: 510, count: 500 },
    { query: WHOLE_QUEUE, offset: 1_010, count: 100 },
  ]);
});

test('a range past the end takes what there is', async () => {
  await moveToTransfer(1_190, false);
  await moveToTransfer(1_300, true);
  expect(selected()).toHaveLength(10);
});

test('a command goes to what is selected, and to all where nothing is', async () => {
  await commandTransfers('pause');
  selectTransfers(selectOne(2, 1_002));
  await commandTransfers('cancel');
  selectTransfers(selectEverything(transfers.getState().selection));
  await commandTransfers('retry');
  expect(asked('transfers/pause')).toEqual([{ ids: 'all' }]);
  expect(asked('transfers/cancel')).toEqual([{ ids: [1_002] }]);
  expect(asked('transfers/retry')).toEqual([{ ids: 'all' }]);
});

test('what was cleared is not selected any more', async () => {
  selectTransfers(selectOne(2, 1_002));
  await commandTransfers('clear');
  expect(selected()).toEqual([]);
});
