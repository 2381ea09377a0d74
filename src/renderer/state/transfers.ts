import { shallow } from 'zustand/shallow';
import { createStore } from 'zustand/vanilla';
import {
  LIST_OF,
  NO_TRANSFERS,
  type TransferId,
  type TransferList,
  type TransferQuery,
  type TransferState,
  type TransferSummary,
  type TransferView,
  WHOLE_QUEUE,
} from '#shared/model/transfer.ts';
import { isSameTransfer } from './same-transfer.ts';
import { afterRead, isSelected, NOTHING_SELECTED, type TransferSelection } from './transfer-selection.ts';

/** One of the lists as it is looked at. */
export interface TransferListView {
  readonly query: TransferQuery;
  /** Rows that the query finds. */
  readonly total: number;
  /** The rows that were last on the screen: `rows[0]` is row `offset` of the view. */
  readonly offset: number;
  readonly rows: readonly TransferView[];
  readonly selection: TransferSelection;
  /** The row that has the focus as it was read last, also once it is scrolled out of sight; null where it is not known. */
  readonly focused: TransferView | null;
  /** Whether the field and the menus that narrow the view are there. */
  readonly filtering: boolean;
  /** Pixels that it was scrolled to when another list took its place. */
  readonly scrollTop: number;
}

export interface TransfersState {
  readonly summary: TransferSummary;
  /** The list that is shown. */
  readonly list: TransferList;
  readonly views: Readonly<Record<TransferList, TransferListView>>;
  /** Grows when the field that narrows the list should take the focus. */
  readonly filterAsked: number;
  /** Grows when the row with the focus was put elsewhere and has to be brought in sight. */
  readonly revealed: number;
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

/** A list as nobody has looked at it yet: all of it, in the order of the queue. */
export const emptyView = (list: TransferList): TransferListView => ({
  query: { ...WHOLE_QUEUE, list },
  total: 0,
  offset: 0,
  rows: [],
  selection: NOTHING_SELECTED,
  focused: null,
  filtering: false,
  scrollTop: 0,
});

export const transfers = createStore<TransfersState>()(() => ({
  summary: EMPTY_SUMMARY,
  list: 'queue',
  views: { queue: emptyView('queue'), failed: emptyView('failed'), finished: emptyView('finished') },
  filterAsked: 0,
  revealed: 0,
}));

/** The list in sight. */
export const shownView = ({ views, list }: TransfersState): TransferListView => views[list];

/** Changes how one list is looked at. */
export const changeView = (list: TransferList, change: Partial<TransferListView>): void =>
  transfers.setState(({ views }) => ({ views: { ...views, [list]: { ...views[list], ...change } } }));

/** The queue in numbers, as it now is. */
export const receiveTransferSummary = (summary: TransferSummary): void =>
  transfers.setState(({ summary: before }) => ({
    // Whoever looks at the counts alone need not look again.
    summary: { ...summary, counts: shallow(before.counts, summary.counts) ? before.counts : summary.counts },
  }));

/** What main answered for a part of a view; nothing where the view is no longer looked at that way. */
export const receiveTransferRows = (
  query: TransferQuery,
  offset: number,
  { rows, total }: { readonly rows: readonly TransferView[]; readonly total: number },
): void => {
  if (query.list === 'all') return;
  const view = transfers.getState().views[query.list];
  if (view.query !== query) return;
  const selection = afterRead(view.selection, { offset, total, ids: rows.map(({ id }) => id) });
  const now = { ...view, offset, rows: unchanged(view.rows, rows), total, selection };
  changeView(query.list, { ...now, focused: focusedRow(now) });
};

/** A row that is as it was is the object that it was, and need not be drawn again. */
const unchanged = (before: readonly TransferView[], rows: readonly TransferView[]): readonly TransferView[] => {
  const known = new Map(before.map((row) => [row.id, row]));
  return rows.map((row) => {
    const was = known.get(row.id);
    return was !== undefined && isSameTransfer(was, row) ? was : row;
  });
};

export const selectTransfers = (selection: TransferSelection): void => {
  const { list, views } = transfers.getState();
  changeView(list, { selection, focused: focusedRow({ ...views[list], selection }) });
};

/** The row with the focus: as it is among those last read, or where it is none of them as it was. */
const focusedRow = (view: TransferListView): TransferView | null => {
  const { focus, focusId } = view.selection;
  if (focus === null || focusId === null) return null;
  const left = transferAt(view, focus) !== undefined;
  const before = !left && view.focused?.id === focusId ? view.focused : null;
  return transferOf(view, focusId) ?? before;
};

/** Row `index` of a view, where it is among those last read. */
export const transferAt = (view: TransferListView, index: number): TransferView | undefined =>
  view.rows[index - view.offset];

/** A transfer of a view, where its row is among those last read. */
export const transferOf = (view: TransferListView, id: TransferId): TransferView | undefined =>
  view.rows.find((row) => row.id === id);

/** The transfer that has the focus and is selected. */
export const focusedTransfer = ({ focused, selection }: TransferListView): TransferView | undefined =>
  focused !== null && isSelected(selection, focused.id) ? focused : undefined;

const STATES = Object.keys(NO_TRANSFERS) as TransferState[];

/** The states that the transfers of a list can be in. */
export const statesOf = (list: TransferList): readonly TransferState[] =>
  STATES.filter((state) => LIST_OF[state] === list);

/** How many transfers are in a list. */
export const listCount = (counts: TransferSummary['counts'], list: TransferList): number =>
  statesOf(list).reduce((sum, state) => sum + counts[state], 0);

/** Whether a view shows less than its list has. */
export const isNarrowed = ({ query: { text, direction, state } }: TransferListView): boolean =>
  text !== '' || direction !== null || state !== null;
