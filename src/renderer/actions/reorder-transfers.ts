import { moveTransfers } from '#shared/contract/transfers.ts';
import { isQueueOrder, type TransferId } from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { afterRead, reordered } from '../state/transfer-selection.ts';
import { changeView, shownView, type TransferListView, transfers } from '../state/transfers.ts';
import { transferIds } from './show-transfers.ts';

/** The most that the contract moves at once. */
const MOST_MOVED = 10_000;

/** Whether rows of the view can be put elsewhere: only in the order of the queue does it mean anything where a row stands. */
export const canReorder = ({ query, selection: { ids } }: TransferListView): boolean =>
  query.list === 'queue' && isQueueOrder(query) && ids !== 'all' && ids.size > 0 && ids.size <= MOST_MOVED;

/** Where selected rows can be put with a key or a command. */
export type Step = 'up' | 'down' | 'top' | 'bottom';

/** Puts what is selected one row further, or to an end of the queue. */
export const stepTransfers = async (step: Step): Promise<void> => {
  const view = shownView(transfers.getState());
  if (!canReorder(view)) return;
  if (step === 'top') return moveSelected(0);
  if (step === 'bottom') return moveSelected(view.total);
  const chosen = selectedIndexes(view);
  const first = chosen[0];
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return;
  if (step === 'up' && first > 0) return moveSelected(first - 1);
  if (step === 'down' && last < view.total - 1) return moveSelected(last + 2);
};

/** Puts what is selected before the row that stands at `index` now; behind all where there is none. */
export const moveSelected = async (index: number): Promise<void> => {
  const view = shownView(transfers.getState());
  if (!canReorder(view) || view.selection.ids === 'all') return;
  const moved = view.selection.ids;
  const before = await firstStaying(index, moved);
  const result = await call(moveTransfers, { ids: [...moved], before });
  if (!result.ok) return reportFault(result.fault);
  showMoved(moved, before, index);
};

/** What main will answer shortly, so that the next key already finds the rows in their places. */
const showMoved = (moved: ReadonlySet<TransferId>, before: TransferId | null, index: number): void => {
  const { list, revealed } = transfers.getState();
  const { rows, offset, total, selection } = shownView(transfers.getState());
  const isKnown = (id: TransferId | null): boolean => rows.some((row) => row.id === id);
  const withinPart = [...moved].every(isKnown) && (before === null ? offset + rows.length === total : isKnown(before));
  if (withinPart) {
    const now = reordered(rows, moved, before);
    const part = { offset, total, ids: now.map(({ id }) => id) };
    changeView(list, { rows: now, selection: afterRead(selection, part) });
  } else {
    changeView(list, { selection: { ...selection, focus: Math.min(index, total - 1) } });
  }
  transfers.setState({ revealed: revealed + 1 });
};

/** The first row from `index` on that is not moved itself; null where there is none. */
const firstStaying = async (index: number, moved: ReadonlySet<TransferId>): Promise<TransferId | null> => {
  let at = index;
  for (let part = 1; ; part = 100) {
    const ids = await transferIds(at, part);
    const staying = ids.find((id) => !moved.has(id));
    if (staying !== undefined) return staying;
    if (ids.length < part) return null;
    at += part;
  }
};

/** Where the selected rows stand, as far as they were read. */
const selectedIndexes = ({ rows, offset, selection: { ids } }: TransferListView): readonly number[] =>
  rows.flatMap(({ id }, at) => (ids !== 'all' && ids.has(id) ? [offset + at] : []));
