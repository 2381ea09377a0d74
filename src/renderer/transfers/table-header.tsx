import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferList, TransferQuery } from '#shared/model/transfer.ts';
import { resizeTransferColumn } from '../actions/resize-column.ts';
import { sortTransfersNext } from '../actions/show-transfers.ts';
import { layout } from '../state/layout.ts';
import type { SizedTransferColumn, TransferColumn } from '../state/transfer-columns.ts';
import { classNames } from '../ui/class-names.ts';
import type { MenuPoint } from '../ui/context-menu.tsx';
import { isElastic } from './fitting-columns.ts';
import { sortOf } from './sort-of.ts';
import styles from './table-header.module.css';

interface TableHeaderProps {
  readonly list: TransferList;
  readonly sort: TransferQuery['sort'];
  readonly columns: readonly SizedTransferColumn[];
  readonly template: string;
  /** The menu of the columns was asked for. */
  readonly onMenu: (at: MenuPoint) => void;
}

/** The names of the columns: a click sorts, dragging the line before one changes its width. */
export const TableHeader = ({ list, sort, columns, template, onMenu }: TableHeaderProps) => (
  <thead className={styles.head}>
    <tr
      aria-rowindex={1}
      className={styles.row}
      style={{ gridTemplateColumns: template }}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <ColumnHeader list={list} column="name" sort={sort} />
      {columns.map((column) => (
        <ColumnHeader key={column} list={list} column={column} sort={sort} />
      ))}
    </tr>
  </thead>
);

interface ColumnHeaderProps {
  readonly list: TransferList;
  readonly column: TransferColumn;
  readonly sort: TransferQuery['sort'];
}

const ColumnHeader = memo(({ list, column, sort }: ColumnHeaderProps) => {
  const { t } = useTranslation('transfers');
  const by = sortOf(column);
  const sorted = by !== null && sort.by === by;
  const Arrow = sort.descending ? ChevronDown : ChevronUp;
  const label = <span className={styles.label}>{t(`column.${column}`)}</span>;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={classNames(styles.column, sorted && styles.sorted, NUMBERS.has(column) && styles.number)}
    >
      {column === 'name' || isElastic(list, column) ? null : <ResizeHandle column={column} />}
      {by === null ? (
        label
      ) : (
        // By keyboard sorting is in the menu: the table is one stop for Tab.
        <button type="button" tabIndex={-1} className={styles.sort} onClick={() => sortTransfersNext(by)}>
          {label}
          {sorted ? <Arrow size={12} aria-hidden className={styles.arrow} /> : null}
        </button>
      )}
    </th>
  );
});

const NUMBERS: ReadonlySet<TransferColumn> = new Set(['size', 'rate', 'timeLeft', 'tries']);

const ResizeHandle = ({ column }: { readonly column: SizedTransferColumn }) => {
  const drag = useRef<{ startX: number; width: number } | null>(null);
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    // The columns stand at the table's end: dragging to the left makes this one wider.
    if (from) resizeTransferColumn(column, from.width - (event.clientX - from.startX));
  };
  const end = (): void => {
    drag.current = null;
  };
  return (
    <div
      aria-hidden
      className={styles.handle}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startX: event.clientX, width: layout.getState().transferColumns.widths[column] };
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
};
