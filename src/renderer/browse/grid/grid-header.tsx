import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sortPane } from '../../actions/open-place.ts';
import { resizeColumn } from '../../actions/resize-column.ts';
import type { Sort, SortColumn } from '../../state/listing/row-order.ts';
import type { Side } from '../../state/place.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ColumnWidths, SizedColumn } from './columns.ts';
import styles from './grid-header.module.css';

interface GridHeaderProps {
  readonly side: Side;
  readonly sort: Sort;
  readonly columns: readonly SizedColumn[];
  readonly widths: ColumnWidths;
  readonly template: string;
}

/** The names of the columns: a click sorts, dragging the line before one changes its width. */
export const GridHeader = ({ side, sort, columns, widths, template }: GridHeaderProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
  // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one
  <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: template }}>
    <ColumnHeader side={side} column="name" sort={sort} />
    {columns.map((column) => (
      <ColumnHeader key={column} side={side} column={column} sort={sort} width={widths[column]} />
    ))}
  </div>
);

interface ColumnHeaderProps {
  readonly side: Side;
  readonly column: SortColumn;
  readonly sort: Sort;
  /** Only for a column whose width can be changed. */
  readonly width?: number;
}

const ColumnHeader = memo(({ side, column, sort, width }: ColumnHeaderProps) => {
  const { t } = useTranslation('browse');
  const sorted = sort.column === column;
  const Arrow = sort.descending ? ChevronDown : ChevronUp;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: sorting by keyboard is in the pane's menu; the grid is one tab stop
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one
    <div
      role="columnheader"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      className={classNames(styles.column, sorted && styles.sorted, column === 'size' && styles.size)}
      onClick={() => sortPane(side, { column, descending: sorted && !sort.descending })}
    >
      {width === undefined || column === 'name' ? null : <ResizeHandle side={side} column={column} width={width} />}
      <span className={styles.label}>{t(`columns.${column}`)}</span>
      {sorted ? <Arrow size={12} aria-hidden className={styles.arrow} /> : null}
    </div>
  );
});

const ResizeHandle = ({ side, column, width }: { side: Side; column: SizedColumn; width: number }) => {
  const drag = useRef<{ startX: number; width: number } | null>(null);
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    // The columns stand at the pane's end: dragging to the left makes this one wider.
    if (from) resizeColumn(side, column, from.width - (event.clientX - from.startX));
  };
  return (
    <div
      aria-hidden
      className={styles.handle}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startX: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
};
