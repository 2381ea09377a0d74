import { Copy, FolderPlus, Info, Link, ListFilter, Pencil, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { copyPaths, copyUrls } from '../actions/clipboard.ts';
import { openFilter } from '../actions/filter.ts';
import { askForFolder, askToDelete, showProperties } from '../actions/grid-commands.ts';
import { beginRenaming } from '../actions/rename.ts';
import { application } from '../state/application.ts';
import { selectedEntries } from '../state/entries.ts';
import { paneOf, panes } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { formatShortcut, type Shortcut } from '../ui/shortcut.ts';
import { Toolbar, ToolbarSeparator, ToolbarSpace } from '../ui/toolbar.tsx';
import styles from './pane-toolbar.module.css';
import { SendButton } from './send-button.tsx';
import { SortMenu } from './sort-menu.tsx';
import { paneRole } from './source/pane-role.ts';

/** What can be done with the selection of a pane and with its folder. */
export const PaneToolbar = memo(({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const source = useStore(panes, (state) => state[side].source);
  const place = useStore(panes, (state) => state[side].place);
  const count = useStore(panes, (state) => state[side].selection.rows.size);
  const key = (shortcut: Shortcut): string =>
    formatShortcut(shortcut, application.getState().info.platform === 'darwin');
  return (
    <div className={styles.toolbar}>
      <Toolbar label={t(`toolbar.${paneRole(side, source)}`)}>
        <SendButton side={side} />
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
          label={t(source?.kind === 'local' ? 'actions.trash' : 'actions.delete')}
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
        <IconButton
          icon={ListFilter}
          label={t('actions.filter')}
          shortcut={key({ primary: true, key: 'F' })}
          disabled={place === null}
          onClick={() => openFilter(side)}
        />
        <SortMenu side={side} />
      </Toolbar>
    </div>
  );
});
