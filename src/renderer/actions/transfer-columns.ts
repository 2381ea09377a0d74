import type { TransferList } from '#shared/model/transfer.ts';
import { changeLayout, layout } from '../state/layout.ts';
import { DEFAULT_TRANSFER_COLUMNS, POSSIBLE_COLUMNS, type SizedTransferColumn } from '../state/transfer-columns.ts';

/** Shows a column of a list that is hidden, and hides one that is shown. */
export const toggleTransferColumn = (list: TransferList, column: SizedTransferColumn): void => {
  const { transferColumns } = layout.getState();
  const now = transferColumns.shown[list];
  const wanted = now.includes(column) ? now.filter((each) => each !== column) : [...now, column];
  const inOrder = POSSIBLE_COLUMNS[list].filter((each) => wanted.includes(each));
  changeLayout({ transferColumns: { ...transferColumns, shown: { ...transferColumns.shown, [list]: inOrder } } });
};

/** All lists have the columns and widths again that they had in the beginning. */
export const resetTransferColumns = (): void => changeLayout({ transferColumns: DEFAULT_TRANSFER_COLUMNS });
