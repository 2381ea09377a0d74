import type { TransferList } from '#shared/model/transfer.ts';
import type { SizedTransferColumn, TransferColumns } from '../state/transfer-columns.ts';

/** The name must stay readable: before it is narrower than this, a column gives way. */
const MIN_NAME_WIDTH = 128;
/** So must the reason of a failure, which takes what is left as well: three parts of it, the name two. */
const MIN_REASON_WIDTH = (MIN_NAME_WIDTH * 3) / 2;

/** Which gives way first where the table is narrow: before those that the person asked for, and never the state. */
const LEAST_NEEDED_FIRST: readonly SizedTransferColumn[] = [
  'verified',
  'site',
  'timeLeft',
  'finished',
  'direction',
  'added',
  'tries',
  'priority',
  'rate',
  'size',
  'progress',
];

/** Whether a column shares with the name what the others leave: the reason of a failure needs room. */
export const isElastic = (list: TransferList, column: SizedTransferColumn): boolean =>
  list === 'failed' && column === 'state';

/** The columns after the name that fit into `width` pixels, of those the person wants. */
export const fittingTransferColumns = (
  list: TransferList,
  width: number,
  { shown, widths }: TransferColumns,
): readonly SizedTransferColumn[] => {
  let fitting = shown[list];
  for (const candidate of LEAST_NEEDED_FIRST) {
    const taken = fitting.reduce(
      (sum, column) => sum + (isElastic(list, column) ? MIN_REASON_WIDTH : widths[column]),
      0,
    );
    if (width - taken >= MIN_NAME_WIDTH) break;
    fitting = fitting.filter((column) => column !== candidate);
  }
  return fitting;
};

/** The value of grid-template-columns for a row. */
export const transferTemplate = (
  list: TransferList,
  columns: readonly SizedTransferColumn[],
  widths: TransferColumns['widths'],
): string =>
  [
    'minmax(0, 2fr)',
    ...columns.map((column) => (isElastic(list, column) ? 'minmax(0, 3fr)' : `${widths[column]}px`)),
  ].join(' ');
