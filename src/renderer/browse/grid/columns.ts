import type { SortColumn } from '../../state/listing/row-order.ts';

/** The columns after the name, with their widths in pixels; the name takes what is left. */
export type SizedColumn = Exclude<SortColumn, 'name'>;
export type ColumnWidths = Readonly<Record<SizedColumn, number>>;

/** The name must stay readable: before it is narrower than this, a column gives way. */
const MIN_NAME_WIDTH = 128;

/** Which gives way first when the pane is narrow. */
const LEAST_NEEDED_FIRST: readonly SizedColumn[] = ['permissions', 'modified', 'size'];
const IN_ORDER: readonly SizedColumn[] = ['size', 'modified', 'permissions'];

/** The columns that fit into `width` pixels beside a readable name. */
export const fittingColumns = (width: number, widths: ColumnWidths): readonly SizedColumn[] => {
  let shown = IN_ORDER;
  for (const candidate of LEAST_NEEDED_FIRST) {
    const taken = shown.reduce((sum, column) => sum + widths[column], 0);
    if (width - taken >= MIN_NAME_WIDTH) break;
    shown = shown.filter((column) => column !== candidate);
  }
  return shown;
};

/** The value of grid-template-columns for a row. */
export const columnTemplate = (columns: readonly SizedColumn[], widths: ColumnWidths): string =>
  ['minmax(0, 1fr)', ...columns.map((column) => `${widths[column]}px`)].join(' ');
