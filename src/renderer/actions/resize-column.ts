import { changeLayout, LAYOUT_BOUNDS, layout } from '../state/layout.ts';
import type { SortColumn } from '../state/listing/row-order.ts';
import type { Side } from '../state/place.ts';
import type { SizedTransferColumn } from '../state/transfer-columns.ts';

/** Gives a column of one pane another width, within what can be read. */
export const resizeColumn = (side: Side, column: Exclude<SortColumn, 'name'>, width: number): void => {
  const { columns } = layout.getState();
  changeLayout({ columns: { ...columns, [side]: { ...columns[side], [column]: bounded(width) } } });
};

/** The same of a column of the table of transfers. */
export const resizeTransferColumn = (column: SizedTransferColumn, width: number): void => {
  const { transferColumns } = layout.getState();
  const widths = { ...transferColumns.widths, [column]: bounded(width) };
  changeLayout({ transferColumns: { ...transferColumns, widths } });
};

const bounded = (width: number): number => {
  const { min, max } = LAYOUT_BOUNDS.column;
  return Math.round(Math.min(max, Math.max(min, width)));
};
