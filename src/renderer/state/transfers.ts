import { createStore } from 'zustand/vanilla';
import {
  NO_TRANSFERS,
  type TransferId,
  type TransferState,
  type TransferSummary,
  type TransferView,
} from '#shared/model/transfer.ts';
import { NOTHING_SELECTED, type TransferSelection } from './transfer-selection.ts';

export interface TransfersState {
  readonly summary: TransferSummary;
  /** The rows that were last on the screen: `rows[0]` is row `offset` of the queue. */
  readonly offset: number;
  readonly rows: readonly TransferView[];
  readonly selection: TransferSelection;
}

export const EMPTY_SUMMARY: TransferSummary = {
  version: 0,
  count: 0,
  counts: NO_TRANSFERS,
  totalBytes: 0,
  transferredBytes: 0,
  rate: 0,
  remainingMs: null,
  rates: { down: 0, up: 0 },
  whenDone: 'nothing',
};

export const transfers = createStore<TransfersState>()(() => ({
  summary: EMPTY_SUMMARY,
  offset: 0,
  rows: [],
  selection: NOTHING_SELECTED,
}));

/** The queue in numbers, as it now is. */
export const receiveTransferSummary = (summary: TransferSummary): void =>
  transfers.setState(({ selection }) => ({
    summary,
    selection: summary.count === 0 ? NOTHING_SELECTED : selection,
  }));

/** The rows that main answered for a part of the queue. */
export const receiveTransferRows = (offset: number, rows: readonly TransferView[]): void =>
  transfers.setState({ offset, rows });

export const selectTransfers = (selection: TransferSelection): void => transfers.setState({ selection });

/** Row `index` of the queue, where it is among those last read. */
export const transferAt = (state: TransfersState, index: number): TransferView | undefined =>
  state.rows[index - state.offset];

/** The state of a transfer, where its row is among those last read. */
export const stateOfTransfer = (state: TransfersState, id: TransferId): TransferState | undefined =>
  state.rows.find((row) => row.id === id)?.state;
