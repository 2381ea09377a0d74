import {
  ArrowDownNarrowWide,
  ArrowDownToLine,
  ArrowDownWideNarrow,
  ArrowUpToLine,
  Copy,
  FolderPlus,
  Info,
  Link,
  Pencil,
  Trash2,
} from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { copyPaths, copyUrls } from '../actions/clipboard.ts';
import { askForFolder, askToDelete, showProperties } from '../actions/grid-commands.ts';
import { sortPane } from '../actions/open-place.ts';
import { beginRenaming } from '../actions/rename.ts';
import { canTransfer, transferSelection } from '../actions/transfer.ts';
import { application } from '../state/application.ts';
import { selectedEntries } from '../state/entries.ts';
import type { SortColumn } from '../state/listing/row-order.ts';
import { paneOf, panes } from '../state/panes.ts';
import { otherSide, type Side } from '../state/place.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { formatShortcut, type Shortcut } from '../ui/shortcut.ts';
import { Toolbar, ToolbarSeparator, ToolbarSpace } from '../ui/toolbar.tsx';
import styles from './pane-toolbar.module.css';

/** What can be done with the selection of a pane and with its folder. */
export const PaneToolbar = memo(({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const place = useStore(panes, (state) => state[side].place);
  const count = useStore(panes, (state) => state[side].selection.rows.size);
  const canSend = useStore(panes, (state) => canTransfer(state[side], state[otherSide(side)]));
  const Arrow = side === 'local' ? ArrowUpToLine : ArrowDownToLine;
  const transferLabel = t(side === 'local' ? 'actions.upload' : 'actions.download');
  const key = (shortcut: Shortcut): string =>
    formatShortcut(shortcut, application.getState().info.platform === 'darwin');
  return (
    <div className={styles.toolbar}>
      <Toolbar label={t(`toolbar.${side}`)}>
        <Button
          kind="plain"
          aria-label={transferLabel}
          title={transferLabel}
          disabled={!canSend}
          onClick={() => transferSelection(side)}
        >
          <Arrow aria-hidden strokeWidth={1.75} />
          <span className={styles.label}>{transferLabel}</span>
        </Button>
        <ToolbarSeparator />
        <IconButton
          icon={FolderPlus}
          label={t('actions.newFolder')}
          shortcut="F7"
          disabled={place === null}
          onClick={() => askForFolder(side)}
        />
        <IconButton
          icon={Pencil}
          label={t('actions.rename')}
          shortcut="F2"
          disabled={count !== 1}
          onClick={() => beginRenaming(side)}
        />
        <IconButton
          icon={Trash2}
          label={t(side === 'local' ? 'actions.trash' : 'actions.delete')}
          shortcut={key({ key: 'Delete' })}
          disabled={count === 0}
          onClick={() => askToDelete(side)}
        />
        <ToolbarSeparator />
        <IconButton
          icon={Copy}
          label={t('actions.copyPath')}
          disabled={place === null}
          onClick={() => place && void copyPaths(place, selectedEntries(paneOf(side)))}
        />
        <IconButton
          icon={Link}
          label={t('actions.copyUrl')}
          disabled={place === null}
          onClick={() => place && void copyUrls(place, selectedEntries(paneOf(side)))}
        />
        <IconButton
          icon={Info}
          label={t('actions.properties')}
          shortcut={key({ primary: true, key: 'I' })}
          disabled={count === 0}
          onClick={() => showProperties(side)}
        />
        <ToolbarSpace />
        <SortMenu side={side} />
      </Toolbar>
    </div>
  );
});

const SORT_COLUMNS: readonly SortColumn[] = ['name', 'size', 'modified', 'permissions'];

/** Sorting without a mouse, and by columns that do not fit the pane. */
const SortMenu = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const { column, descending } = useStore(panes, (state) => state[side].sort);
  const nowhere = useStore(panes, (state) => state[side].place === null);
  const Direction = descending ? ArrowDownWideNarrow : ArrowDownNarrowWide;
  return (
    <Menu
      trigger={<IconButton icon={Direction} label={t('actions.sort')} disabled={nowhere} />}
      entries={SORT_COLUMNS.map((choice) => ({
        kind: 'item',
        id: choice,
        label: t(`columns.${choice}`),
        checked: choice === column,
        onChoose: () => sortPane(side, { column: choice, descending: choice === column && !descending }),
      }))}
    />
  );
};
