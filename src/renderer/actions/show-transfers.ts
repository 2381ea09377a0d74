import { MOST_ROWS, readTransfers } from '#shared/contract/transfers.ts';
import type {
  Direction,
  TransferId,
  TransferList,
  TransferQuery,
  TransferState,
  TransferView,
} from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { NOTHING_SELECTED, selectOne, selectSpan, spanTo } from '../state/transfer-selection.ts';
import { changeView, selectTransfers, shownView, transferAt, transfers } from '../state/transfers.ts';

/** Brings another list in sight. */
export const showTransferList = (list: TransferList): void => transfers.setState({ list });

type SortBy = TransferQuery['sort']['by'];

/** Sorts the list in sight: by a column, the other way round at the second time. */
export const sortTransfersBy = (by: SortBy): void => {
  const { list } = transfers.getState();
  const { query } = shownView(transfers.getState());
  const descending = by !== 'order' && query.sort.by === by && !query.sort.descending;
  changeView(list, { query: { ...query, sort: { by, descending } } });
};

/** A click on a column's header: the third time the list is in the order of the queue again. */
export const sortTransfersNext = (by: SortBy): void => {
  const { sort } = shownView(transfers.getState()).query;
  sortTransfersBy(sort.by === by && sort.descending ? 'order' : by);
};

/** What a view can be narrowed to. */
export interface TransferFilter {
  readonly text: string;
  readonly direction: Direction | null;
  readonly state: TransferState | null;
}

/** Narrows the list in sight. What is no longer shown is not selected any more. */
export const filterTransfers = (change: Partial<TransferFilter>): void => {
  const { list } = transfers.getState();
  const { query } = shownView(transfers.getState());
  changeView(list, { query: { ...query, ...change }, selection: NOTHING_SELECTED });
};

/** Opens what narrows the list in sight; where it is open, the keyboard goes to it. */
export const openTransferFilter = (): void => {
  const { list, filterAsked } = transfers.getState();
  changeView(list, { filtering: true });
  transfers.setState({ filterAsked: filterAsked + 1 });
};

/** Shows everything in the list again. */
export const closeTransferFilter = (): void => {
  changeView(transfers.getState().list, { filtering: false });
  filterTransfers({ text: '', direction: null, state: null });
};

/** Brings the failed transfers in sight, no others than those of a folder. */
export const showFailedOf = ({ direction, localPath, remotePath }: TransferView): void => {
  showTransferList('failed');
  changeView('failed', { filtering: true });
  filterTransfers({ text: direction === 'upload' ? (localPath ?? remotePath) : remotePath, direction, state: null });
};

/** Moves the focus to a row and selects it alone, or with `extend` everything from the anchor to it. */
export const moveToTransfer = async (index: number, extend: boolean): Promise<void> => {
  const { selection, query } = shownView(transfers.getState());
  const { offset, count } = extend ? spanTo(selection, index) : { offset: index, count: 1 };
  const ids = await transferIds(offset, count);
  const [first] = ids;
  // Another view may have come in sight while main was asked.
  if (first === undefined || shownView(transfers.getState()).query !== query) return;
  selectTransfers(extend ? selectSpan(selection, index, ids) : selectOne(index, first));
};

/** The ids of rows of the view in sight; fewer where it ends before. Main is asked for those that are not known. */
export const transferIds = async (offset: number, count: number): Promise<readonly TransferId[]> => {
  const view = shownView(transfers.getState());
  const known = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, step) => transferAt(view, offset + step));
  if (count <= MOST_ROWS && known.every((row) => row !== undefined)) return known.map((row) => row.id);
  const ids: TransferId[] = [];
  while (ids.length < count) {
    const part = { offset: offset + ids.length, count: Math.min(MOST_ROWS, count - ids.length) };
    const result = await call(readTransfers, { query: view.query, ...part });
    if (!result.ok) {
      reportFault(result.fault);
      return ids;
    }
    if (result.value.rows.length === 0) return ids;
    for (const row of result.value.rows) ids.push(row.id);
  }
  return ids;
};
