import { type MouseEvent, memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TransferView } from '#shared/model/transfer.ts';
import { application } from '../state/application.ts';
import type { SizedTransferColumn } from '../state/transfer-columns.ts';
import { classNames } from '../ui/class-names.ts';
import { NameCell, TransferCell } from './transfer-cells.tsx';
import styles from './transfers-table.module.css';

interface TransferRowProps {
  /** Counted from 0 in the view. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly top: number;
  /** Undefined while the row has not been read. */
  readonly view: TransferView | undefined;
  readonly columns: readonly SizedTransferColumn[];
  readonly template: string;
  readonly selected: boolean;
  /** Whether Tab comes here: the one row of the table that has or would have the focus. */
  readonly focusable: boolean;
  readonly onClick: (event: MouseEvent, index: number) => void;
  readonly onContextMenu: (event: MouseEvent, index: number) => void;
  readonly onPointerDown: (event: PointerEvent, index: number) => void;
}

/** One transfer. */
export const TransferRow = memo((props: TransferRowProps) => {
  const { index, top, view, columns, template, selected, focusable, onClick, onContextMenu, onPointerDown } = props;
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={focusable ? 0 : -1}
      className={classNames(styles.row, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={(event) => onClick(event, index)}
      onContextMenu={(event) => onContextMenu(event, index)}
      onPointerDown={(event) => onPointerDown(event, index)}
    >
      {view ? (
        <>
          <NameCell view={view} selected={selected} withSite={!columns.includes('site')} />
          {columns.map((column) => (
            <TransferCell key={column} column={column} view={view} t={t} locale={locale} />
          ))}
        </>
      ) : null}
    </tr>
  );
});
