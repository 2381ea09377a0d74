import { changeLayout, LAYOUT_BOUNDS, layout } from '../state/layout.ts';
import type { SortColumn } from '../state/listing/row-order.ts';
import type { Side } from '../state/place.ts';

/** Gives a column of one pane another width, within what can be read. */
export const resizeColumn = (side: Side, column: Exclude<SortColumn, 'name'>, width: number): void => {
  const { columns } = layout.getState();
  const { min, max } = LAYOUT_BOUNDS.column;
  const bounded = Math.round(Math.min(max, Math.max(min, width)));
  changeLayout({ columns: { ...columns, [side]: { ...columns[side], [column]: bounded } } });
};
