import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { sortPane } from '../actions/open-place.ts';
import { resizeColumn } from '../actions/resize-column.ts';
import { layout } from '../state/layout.ts';
import type { SortColumn } from '../state/listing/row-order.ts';
import { panes } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';

const SORT_COLUMNS: readonly SortColumn[] = ['name', 'size', 'modified', 'permissions'];
/** Pixels. */
const STEP = 16;

/** What the headers do by mouse: sorting, also by columns that do not fit the pane, and the width of the one chosen. */
export const SortMenu = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const { column, descending } = useStore(panes, (state) => state[side].sort);
  const nowhere = useStore(panes, (state) => state[side].place === null);
  const Direction = descending ? ArrowDownWideNarrow : ArrowDownNarrowWide;
  const resize = (kind: 'widen' | 'narrow'): MenuEntry => ({
    kind: 'item',
    id: kind,
    label: t(`actions.${kind}`, { column: t(`columns.${column}`) }),
    // The name takes what the others leave.
    disabled: column === 'name',
    staysOpen: true,
    onChoose: () => {
      if (column === 'name') return;
      resizeColumn(side, column, layout.getState().columns[side][column] + (kind === 'widen' ? STEP : -STEP));
    },
  });
  return (
    <Menu
      trigger={<IconButton icon={Direction} label={t('actions.sort')} disabled={nowhere} />}
      entries={[
        ...SORT_COLUMNS.map(
          (choice): MenuEntry => ({
            kind: 'item',
            id: choice,
            label: t(`columns.${choice}`),
            checked: choice === column,
            onChoose: () => sortPane(side, { column: choice, descending: choice === column && !descending }),
          }),
        ),
        { kind: 'separator', id: 'before-widths' },
        resize('widen'),
        resize('narrow'),
      ]}
    />
  );
};
