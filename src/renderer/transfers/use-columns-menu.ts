import type { TFunction } from 'i18next';
import { ArrowDownUp, ChevronsLeftRight, ChevronsRightLeft, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { TRANSFER_SORTS, type TransferList, type TransferQuery } from '#shared/model/transfer.ts';
import { resizeTransferColumn } from '../actions/resize-column.ts';
import { sortTransfersBy } from '../actions/show-transfers.ts';
import { resetTransferColumns, toggleTransferColumn } from '../actions/transfer-columns.ts';
import { layout } from '../state/layout.ts';
import { POSSIBLE_COLUMNS, type SizedTransferColumn, type TransferColumns } from '../state/transfer-columns.ts';
import { shownView, transfers } from '../state/transfers.ts';
import type { MenuEntry } from '../ui/menu-items.tsx';

/** Pixels. */
const STEP = 16;

/** What the headers do by mouse, and which columns there are. @param fitting those that there is room for now */
export const useColumnsMenu = (fitting: readonly SizedTransferColumn[] | null): readonly MenuEntry[] => {
  const { t } = useTranslation('transfers');
  const list = useStore(transfers, (state) => state.list);
  const { sort } = useStore(transfers, (state) => shownView(state).query);
  const { shown, widths } = useStore(layout, (state) => state.transferColumns);
  return useMemo(() => entriesOf({ t, list, sort, shown, widths, fitting }), [t, list, sort, shown, widths, fitting]);
};

interface Given {
  readonly t: TFunction<'transfers'>;
  readonly list: TransferList;
  readonly sort: TransferQuery['sort'];
  readonly shown: TransferColumns['shown'];
  readonly widths: TransferColumns['widths'];
  readonly fitting: readonly SizedTransferColumn[] | null;
}

const entriesOf = ({ t, list, sort, shown, widths, fitting }: Given): readonly MenuEntry[] => {
  const labelOf = (column: SizedTransferColumn): string => {
    const name = t(`column.${column}`);
    const hasNoRoom = fitting !== null && shown[list].includes(column) && !fitting.includes(column);
    return hasNoRoom ? t('columns.noRoom', { column: name }) : name;
  };
  const resize = (kind: 'wider' | 'narrower'): MenuEntry => ({
    kind: 'submenu',
    id: kind,
    label: t(`columns.${kind}`),
    icon: kind === 'wider' ? ChevronsLeftRight : ChevronsRightLeft,
    entries: (fitting ?? shown[list]).map((column) => ({
      kind: 'item',
      id: column,
      label: t(`column.${column}`),
      staysOpen: true,
      onChoose: () => resizeTransferColumn(column, widths[column] + (kind === 'wider' ? STEP : -STEP)),
    })),
  });
  return [
    ...POSSIBLE_COLUMNS[list].map(
      (column): MenuEntry => ({
        kind: 'item',
        id: column,
        label: labelOf(column),
        checked: shown[list].includes(column),
        several: true,
        staysOpen: true,
        onChoose: () => toggleTransferColumn(list, column),
      }),
    ),
    { kind: 'separator', id: 'before-sort' },
    {
      kind: 'submenu',
      id: 'sort',
      label: t('columns.sort'),
      icon: ArrowDownUp,
      entries: TRANSFER_SORTS.map((by) => ({
        kind: 'item',
        id: by,
        label: by === 'order' ? t('columns.queueOrder') : t(`column.${by}`),
        checked: sort.by === by,
        onChoose: () => sortTransfersBy(by),
      })),
    },
    resize('wider'),
    resize('narrower'),
    {
      kind: 'item',
      id: 'reset',
      label: t('columns.reset'),
      icon: RotateCcw,
      onChoose: resetTransferColumns,
    },
  ];
};
