import type { Row } from './listing-table.ts';

/**
 * What is selected in a pane. Rows, not positions: sorting changes nothing. `active` is the row the keyboard stands
 * on, `anchor` where a range began.
 */
export interface Selection {
  readonly rows: ReadonlySet<Row>;
  readonly active: Row | null;
  readonly anchor: Row | null;
}

export const NOTHING_SELECTED: Selection = { rows: new Set(), active: null, anchor: null };

export const selectOnly = (row: Row): Selection => ({ rows: new Set([row]), active: row, anchor: row });

/** Takes one row in or out and leaves the others (Ctrl or Cmd and a click, or Ctrl and Space). */
export const toggleRow = (selection: Selection, row: Row): Selection => {
  const rows = new Set(selection.rows);
  if (!rows.delete(row)) rows.add(row);
  return { rows, active: row, anchor: row };
};

/** Everything between the anchor and `row` as they stand in `order` (Shift and a click or an arrow). */
export const extendTo = (selection: Selection, order: Uint32Array, row: Row): Selection => {
  const anchor = selection.anchor ?? selection.active ?? row;
  const from = order.indexOf(anchor);
  const to = order.indexOf(row);
  if (from < 0 || to < 0) return selectOnly(row);
  const rows = new Set<Row>(order.subarray(Math.min(from, to), Math.max(from, to) + 1));
  return { rows, active: row, anchor };
};

/** The whole folder; the keyboard stays where it is. */
export const selectAll = (selection: Selection, order: Uint32Array): Selection => ({
  rows: new Set<Row>(order),
  active: selection.active ?? order[0] ?? null,
  anchor: selection.anchor ?? order[0] ?? null,
});

/** Moves the keyboard without selecting (Ctrl and an arrow), so that rows here and there can be taken in. */
export const moveActive = (selection: Selection, row: Row): Selection => ({ ...selection, active: row });

export type Step = number | 'first' | 'last';

/**
 * The row `step` positions away from the active one, kept within the order; null where there is none at all. With
 * nothing active, down begins at the first row and up at the last.
 */
export const stepFrom = (selection: Selection, order: Uint32Array, step: Step): Row | null => {
  const last = order.length - 1;
  if (last < 0) return null;
  if (step === 'first') return order[0] ?? null;
  if (step === 'last') return order[last] ?? null;
  const current = selection.active === null ? -1 : order.indexOf(selection.active);
  if (current < 0) return order[step > 0 ? 0 : last] ?? null;
  return order[Math.min(last, Math.max(0, current + step))] ?? null;
};

/** The same names selected in another table: what a refresh keeps. `rowsByName` holds the new table's rows. */
export const carryOver = (
  selection: Selection,
  nameOf: (row: Row) => string | undefined,
  rowsByName: ReadonlyMap<string, Row>,
): Selection => {
  const carried = (row: Row | null): Row | null => (row === null ? null : (rowsByName.get(nameOf(row) ?? '') ?? null));
  const rows = new Set<Row>();
  for (const row of selection.rows) {
    const found = carried(row);
    if (found !== null) rows.add(found);
  }
  return { rows, active: carried(selection.active), anchor: carried(selection.anchor) };
};

/** Only what `order` shows stays selected: hidden rows are never acted on unseen. */
export const restrictTo = (selection: Selection, order: Uint32Array): Selection => {
  const shown = new Set<Row>(order);
  const kept = (row: Row | null): Row | null => (row !== null && shown.has(row) ? row : null);
  return {
    rows: new Set([...selection.rows].filter((row) => shown.has(row))),
    active: kept(selection.active),
    anchor: kept(selection.anchor),
  };
};
