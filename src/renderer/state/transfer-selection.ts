import type { TransferId } from '#shared/model/transfer.ts';

/**
 * What is selected in the queue. Only the rows on the screen are known here, so "all of them" is a kind of its own,
 * and a range is made of ids that were asked for.
 */
export interface TransferSelection {
  readonly ids: 'all' | ReadonlySet<TransferId>;
  /** The row that has the focus; null before anything was chosen. */
  readonly focus: number | null;
  /** Where a range begins. */
  readonly anchor: number;
}

export const NOTHING_SELECTED: TransferSelection = { ids: new Set(), focus: null, anchor: 0 };

export const isSelected = (selection: TransferSelection, id: TransferId): boolean =>
  selection.ids === 'all' || selection.ids.has(id);

export const isEmptySelection = (selection: TransferSelection): boolean =>
  selection.ids !== 'all' && selection.ids.size === 0;

/** A click: this row and no other. */
export const selectOne = (index: number, id: TransferId): TransferSelection => ({
  ids: new Set([id]),
  focus: index,
  anchor: index,
});

/** A click with Ctrl or Command: this row too, or not any more. After "all" it stands alone. */
export const toggleOne = (selection: TransferSelection, index: number, id: TransferId): TransferSelection => {
  if (selection.ids === 'all') return selectOne(index, id);
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, focus: index, anchor: index };
};

/** A click or an arrow with Shift: from the anchor to this row, whose ids are given. */
export const selectSpan = (
  selection: TransferSelection,
  index: number,
  ids: Iterable<TransferId>,
): TransferSelection => ({ ids: new Set(ids), focus: index, anchor: selection.anchor });

export const selectEverything = (selection: TransferSelection): TransferSelection => ({ ...selection, ids: 'all' });

/** First row and number of rows between the anchor and `index`, both included. */
export const spanTo = (selection: TransferSelection, index: number): { offset: number; count: number } => ({
  offset: Math.min(selection.anchor, index),
  count: Math.abs(selection.anchor - index) + 1,
});
