import type { RequestSpec } from '#shared/contract/define.ts';
import {
  cancelTransfers,
  clearTransfers,
  pauseTransfers,
  readTransfers,
  resumeTransfers,
  retryTransfers,
} from '#shared/contract/transfers.ts';
import { type TransferId, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { createRowReader } from '../state/row-reader.ts';
import {
  NOTHING_SELECTED,
  selectOne,
  selectSpan,
  spanTo,
  type TransferSelection,
} from '../state/transfer-selection.ts';
import { receiveTransferRows, selectTransfers, transferAt, transfers } from '../state/transfers.ts';

/** What can be done with transfers that are in the queue. */
export type TransferCommand = 'pause' | 'resume' | 'cancel' | 'retry' | 'clear';

/** What a command can be for. */
type Ids = ReturnType<typeof pauseTransfers.input.parse>['ids'];

const REQUEST: Readonly<Record<TransferCommand, RequestSpec<{ ids: Ids }, null>>> = {
  pause: pauseTransfers,
  resume: resumeTransfers,
  cancel: cancelTransfers,
  retry: retryTransfers,
  clear: clearTransfers,
};

/** Does it to what is selected, or to every transfer that it fits where nothing is. */
export const commandTransfers = async (command: TransferCommand): Promise<void> => {
  const result = await call(REQUEST[command], { ids: selectedIds() });
  if (!result.ok) return reportFault(result.fault);
  if (command === 'clear') selectTransfers(NOTHING_SELECTED);
};

/** Tries again what two servers could not encrypt between them, this time in the clear: the person wants it so. */
export const retryInTheClear = async (): Promise<void> => {
  const result = await call(retryTransfers, { ids: selectedIds(), allowClear: true });
  if (!result.ok) reportFault(result.fault);
};

const selectedIds = (): 'all' | TransferId[] => {
  const { ids } = transfers.getState().selection;
  return ids === 'all' || ids.size === 0 ? 'all' : [...ids];
};

/** The most rows the contract lets through at once. */
const PAGE = 500;

const reader = createRowReader((offset, count) => call(readTransfers, { query: WHOLE_QUEUE, offset, count }), {
  onRows: receiveTransferRows,
  onFault: reportFault,
});

/** Reads the rows that are on the screen; called again whenever they or the queue change. */
export const showTransferRows = (offset: number, count: number): void => reader.want(offset, Math.min(count, PAGE));

/** Moves the focus to a row and selects it alone, or with `extend` everything from the anchor to it. */
export const moveToTransfer = async (index: number, extend: boolean): Promise<void> => {
  const { selection } = transfers.getState();
  const ids = extend ? await idsTo(selection, index) : await idsOf(index, 1);
  const [first] = ids;
  if (first === undefined) return;
  selectTransfers(extend ? selectSpan(selection, index, ids) : selectOne(index, first));
};

const idsTo = (selection: TransferSelection, index: number): Promise<readonly TransferId[]> => {
  const { offset, count } = spanTo(selection, index);
  return idsOf(offset, count);
};

const idsOf = async (offset: number, count: number): Promise<readonly TransferId[]> => {
  const shown = Array.from({ length: Math.min(count, PAGE) }, (_, step) =>
    transferAt(transfers.getState(), offset + step),
  );
  if (count <= PAGE && shown.every((row) => row !== undefined)) return shown.map((row) => row.id);
  const ids: TransferId[] = [];
  while (ids.length < count) {
    const result = await call(readTransfers, {
      query: WHOLE_QUEUE,
      offset: offset + ids.length,
      count: Math.min(PAGE, count - ids.length),
    });
    if (!result.ok) {
      reportFault(result.fault);
      return ids;
    }
    if (result.value.rows.length === 0) return ids;
    for (const row of result.value.rows) ids.push(row.id);
  }
  return ids;
};
