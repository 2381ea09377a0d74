import { MOST_ROWS, readTransfers } from '#shared/contract/transfers.ts';
import { isQueueOrder, type TransferSummary } from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { createRowReader } from '../state/row-reader.ts';
import { receiveTransferRows, receiveTransferSummary, shownView, transfers } from '../state/transfers.ts';

/** The rows on the screen; null while no list of transfers is. */
let inSight: { readonly offset: number; readonly count: number } | null = null;
/** The queue in numbers, told while its rows are read. */
let told: TransferSummary | null = null;

/** Rows and numbers become known together, so that both are drawn in one frame. */
const takeTold = (): void => {
  if (told !== null) receiveTransferSummary(told);
  told = null;
};

const reader = createRowReader((wish) => call(readTransfers, wish), {
  onRows: ({ query, offset }, page) => {
    receiveTransferRows(query, offset, page);
    takeTold();
  },
  onFault: (fault) => {
    reportFault(fault);
    takeTold();
  },
});

/** Reads the rows of the list in sight that are on the screen; called again whenever they change. */
export const showTransferRows = (offset: number, count: number): void => {
  inSight = { offset, count: Math.min(count, MOST_ROWS) };
  reader.want({ query: shownView(transfers.getState()).query, ...inSight });
};

/** No list of transfers is on the screen any more. */
export const hideTransferRows = (): void => {
  inSight = null;
};

/** Takes the queue in numbers as it now is. Its rows in sight are stale with that and read again. */
export const followQueue = (summary: TransferSummary): void => {
  const { query } = shownView(transfers.getState());
  told = summary;
  // What has to be searched for may take its time, and rests before it is searched for again.
  if (inSight === null || !isQueueOrder(query)) takeTold();
  if (inSight !== null) reader.want({ query, ...inSight });
};
