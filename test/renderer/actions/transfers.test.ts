import { beforeEach, describe, expect, test } from 'vitest';
import { TRANSFER_LISTS, type TransferView, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { ok } from '#shared/result.ts';
import { moveSelected, stepTransfers } from '../../../src/renderer/actions/reorder-transfers.ts';
import {
  filterTransfers,
  moveToTransfer,
  showTransferList,
  sortTransfersNext,
} from '../../../src/renderer/actions/show-transfers.ts';
import { commandTransfers } from '../../../src/renderer/actions/transfers.ts';
import { selectEverything, selectOne } from '../../../src/renderer/state/transfer-selection.ts';
import {
  changeView,
  EMPTY_SUMMARY,
  emptyView,
  receiveTransferRows,
  selectTransfers,
  shownView,
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
const view = () => shownView(transfers.getState());
const QUEUE = { ...WHOLE_QUEUE, list: 'queue' };
const selected = () => {
  const { ids } = view().selection;
  return ids === 'all' ? ids : [...ids];
};

beforeEach(() => {
  before = main.requests.length;
  main.answerOn('transfers/read', ({ offset, count }: { offset: number; count: number }) =>
    ok({ version: 1, total: TOTAL, rows: rows(offset, count) }),
  );
  transfers.setState({ summary: { ...EMPTY_SUMMARY, count: TOTAL }, list: 'queue' });
  for (const list of TRANSFER_LISTS) changeView(list, emptyView(list));
  receiveTransferRows(view().query, 0, { rows: rows(0, 20), total: TOTAL });
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
    { query: QUEUE, offset: 10, count: 500 },
    { query: QUEUE, offset: 510, count: 500 },
    { query: QUEUE, offset: 1_010, count: 100 },
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
  selectTransfers(selectEverything(view().selection));
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

test('without a selection a command is for the list in sight, and for no more than it shows', async () => {
  showTransferList('failed');
  await commandTransfers('clear');
  filterTransfers({ text: 'readme' });
  await commandTransfers('retry');
  expect(asked('transfers/clear')).toEqual([{ ids: { query: { ...WHOLE_QUEUE, list: 'failed' } } }]);
  expect(asked('transfers/retry')).toEqual([{ ids: { query: { ...WHOLE_QUEUE, list: 'failed', text: 'readme' } } }]);
});

test('each list has a selection of its own', () => {
  selectTransfers(selectOne(2, 1_002));
  showTransferList('failed');
  expect(selected()).toEqual([]);
  showTransferList('queue');
  expect(selected()).toEqual([1_002]);
});

test('a header sorts one way, the other way, and then not at all', () => {
  const sorts = ['name', 'name', 'name', 'size'] as const;
  const seen = sorts.map((by) => {
    sortTransfersNext(by);
    return view().query.sort;
  });
  expect(seen).toEqual([
    { by: 'name', descending: false },
    { by: 'name', descending: true },
    { by: 'order', descending: false },
    { by: 'size', descending: false },
  ]);
});

test('rows of a view that is looked at otherwise by now are not taken for its rows', () => {
  const before = view().query;
  filterTransfers({ text: 'x' });
  receiveTransferRows(before, 0, { rows: rows(50, 5), total: 5 });
  expect(view().total).toBe(TOTAL);
});

test('what no longer shows is not selected', () => {
  selectTransfers(selectEverything(view().selection));
  filterTransfers({ state: 'paused' });
  expect(selected()).toEqual([]);
});

describe('putting rows elsewhere', () => {
  const order = () => view().rows.map(({ id }) => id - 1_000);
  const chooseRows = (...indexes: number[]) =>
    selectTransfers({
      ...selectOne(indexes[0] ?? 0, 1_000 + (indexes[0] ?? 0)),
      ids: new Set(indexes.map((i) => 1_000 + i)),
    });

  test('a step goes before the row above or behind the row below, and the focus goes with it', async () => {
    chooseRows(3);
    await stepTransfers('up');
    expect(asked('transfers/move')).toEqual([{ ids: [1_003], before: 1_002 }]);
    expect(order().slice(0, 5)).toEqual([0, 1, 3, 2, 4]);
    expect(view().selection.focus).toBe(2);
    await stepTransfers('down');
    expect(asked('transfers/move').at(-1)).toEqual({ ids: [1_003], before: 1_004 });
    expect(order().slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
  });

  test('several rows stay beside each other in their order', async () => {
    chooseRows(7, 2);
    await moveSelected(5);
    expect(asked('transfers/move')).toEqual([{ ids: [1_007, 1_002], before: 1_005 }]);
    expect(order().slice(0, 9)).toEqual([0, 1, 3, 4, 2, 7, 5, 6, 8]);
  });

  test('dropped among themselves they go before the next row that stays', async () => {
    chooseRows(4, 5, 6);
    await moveSelected(5);
    expect(asked('transfers/move')).toEqual([{ ids: [1_004, 1_005, 1_006], before: 1_007 }]);
  });

  test('to an end, where main has to be asked what stands there', async () => {
    chooseRows(3);
    await stepTransfers('bottom');
    expect(asked('transfers/move')).toEqual([{ ids: [1_003], before: null }]);
    expect(view().selection.focus).toBe(TOTAL - 1);
  });

  test('at an end nothing goes further, and neither does a list that is sorted', async () => {
    chooseRows(0);
    await stepTransfers('up');
    sortTransfersNext('name');
    await stepTransfers('down');
    expect(asked('transfers/move')).toEqual([]);
  });
});
