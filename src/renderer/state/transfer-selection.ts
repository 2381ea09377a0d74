import type { TransferId } from '#shared/model/transfer.ts';

/**
 * What is selected in the queue. Only the rows on the screen are known here, so "all of them" is a kind of its own,
 * and a range is made of ids that were asked for.
 */
export interface TransferSelection {
  readonly ids: 'all' | ReadonlySet<TransferId>;
  /** The row that has the focus; null before anything was chosen. */
  readonly focus: number | null;
  /** The transfer that was in that row when it got the focus: the focus goes with it. */
  readonly focusId: TransferId | null;
  /** Where a range begins. */
  readonly anchor: number;
}

export const NOTHING_SELECTED: TransferSelection = { ids: new Set(), focus: null, focusId: null, anchor: 0 };

export const isSelected = (selection: TransferSelection, id: TransferId): boolean =>
  selection.ids === 'all' || selection.ids.has(id);

export const isEmptySelection = (selection: TransferSelection): boolean =>
  selection.ids !== 'all' && selection.ids.size === 0;

/** A click: this row and no other. */
export const selectOne = (index: number, id: TransferId): TransferSelection => ({
  ids: new Set([id]),
  focus: index,
  focusId: id,
  anchor: index,
});

/** A click with Ctrl or Command: this row too, or not any more. After "all" it stands alone. */
export const toggleOne = (selection: TransferSelection, index: number, id: TransferId): TransferSelection => {
  if (selection.ids === 'all') return selectOne(index, id);
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, focus: index, focusId: id, anchor: index };
};

/** A click or an arrow with Shift: from the anchor to this row, whose ids are given from the upper end to the lower. */
export const selectSpan = (
  selection: TransferSelection,
  index: number,
  ids: readonly TransferId[],
): TransferSelection => ({
  ids: new Set(ids),
  focus: index,
  focusId: (index < selection.anchor ? ids[0] : ids.at(-1)) ?? null,
  anchor: selection.anchor,
});

export const selectEverything = (selection: TransferSelection): TransferSelection => ({ ...selection, ids: 'all' });

/** First row and number of rows between the anchor and `index`, both included. */
export const spanTo = (selection: TransferSelection, index: number): { offset: number; count: number } => ({
  offset: Math.min(selection.anchor, index),
  count: Math.abs(selection.anchor - index) + 1,
});

/** A part of a view as it was just read. */
interface ReadPart {
  readonly offset: number;
  readonly total: number;
  readonly ids: readonly TransferId[];
}

/**
 * The selection once rows were read again: the focus goes with its transfer where that stands elsewhere now, and
 * transfers that the view no longer has are not selected, as far as the part shows.
 */
export const afterRead = (selection: TransferSelection, { offset, total, ids }: ReadPart): TransferSelection => {
  if (total === 0) return NOTHING_SELECTED;
  const at = selection.focusId === null ? -1 : ids.indexOf(selection.focusId);
  const focus = at >= 0 ? offset + at : selection.focus;
  const shift = focus === null || selection.focus === null ? 0 : focus - selection.focus;
  const kept = offset === 0 && ids.length === total ? among(selection.ids, new Set(ids)) : selection.ids;
  if (shift === 0 && kept === selection.ids) return selection;
  return { ...selection, ids: kept, focus, anchor: Math.max(0, selection.anchor + shift) };
};

/** The selected ones that are there; the very same set where all are. */
const among = (selected: TransferSelection['ids'], there: ReadonlySet<TransferId>): TransferSelection['ids'] => {
  if (selected === 'all') return selected;
  const kept = new Set([...selected].filter((id) => there.has(id)));
  return kept.size === selected.size ? selected : kept;
};

/** Rows in their order once some of them were put before another one, or behind all where `before` is none of them. */
export const reordered = <Row extends { readonly id: TransferId }>(
  rows: readonly Row[],
  moved: ReadonlySet<TransferId>,
  before: TransferId | null,
): readonly Row[] => {
  const staying = rows.filter(({ id }) => !moved.has(id));
  const at = staying.findIndex(({ id }) => id === before);
  const place = at < 0 ? staying.length : at;
  return [...staying.slice(0, place), ...rows.filter(({ id }) => moved.has(id)), ...staying.slice(place)];
};
