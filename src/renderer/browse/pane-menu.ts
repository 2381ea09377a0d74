import type { TFunction } from 'i18next';
import {
  Copy,
  CornerDownRight,
  FolderOpen,
  FolderPlus,
  Info,
  Languages,
  Link,
  ListChecks,
  ListFilter,
  Pencil,
  RefreshCw,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { mayBeDirectory } from '#shared/ftp/file-entry.ts';
import { copyPaths, copyUrls, revealInFileManager } from '../actions/clipboard.ts';
import { openFilter } from '../actions/filter.ts';
import { askForEncoding, askForFolder, askToDelete, showProperties } from '../actions/grid-commands.ts';
import { openActive } from '../actions/open-entry.ts';
import { refreshPane } from '../actions/open-place.ts';
import { beginRenaming } from '../actions/rename.ts';
import { selectEverything } from '../actions/select.ts';
import { askForOptions, canSendWithOptions } from '../actions/send-with-options.ts';
import { canSend, sendSelection } from '../actions/transfer.ts';
import { application } from '../state/application.ts';
import { selectedEntries, usable } from '../state/entries.ts';
import { paneOf, panes } from '../state/panes.ts';
import { otherSide, type Side } from '../state/place.ts';
import type { Sending } from '../state/sending.ts';
import { sessions } from '../state/sessions.ts';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { formatShortcut, type Shortcut } from '../ui/shortcut.ts';
import { sendingOf, sendingWords } from './sending-words.ts';

type Item = Extract<MenuEntry, { kind: 'item' }>;

const item = (id: string, rest: Omit<Item, 'kind' | 'id' | 'shortcut'>, shortcut?: Shortcut): Item => ({
  kind: 'item',
  id,
  ...rest,
  shortcut: shortcut && formatShortcut(shortcut, application.getState().info.platform === 'darwin'),
});

const separator = (id: string): MenuEntry => ({ kind: 'separator', id });

/** A move within one server has no options; its line is there all the same, and disabled. */
const withOptionsLabel = (sending: Sending, t: TFunction<'browse'>): string =>
  t(`actions.withOptions.${sending === 'move' ? 'between' : sending}`);

/** What can be done with the selection of a pane, or with its folder where nothing is selected. */
export const paneMenu = (side: Side, t: TFunction<'browse'>): readonly MenuEntry[] => {
  const pane = paneOf(side);
  const { place } = pane;
  if (place === null) return [];
  const entries = selectedEntries(pane);
  const chosen = usable(entries);
  const one = chosen.length === 1 && entries.length === 1;
  return [
    ...(one && entries[0] !== undefined && mayBeDirectory(entries[0])
      ? [
          item(
            'open',
            { label: t('actions.open'), icon: CornerDownRight, onChoose: () => openActive(side) },
            { key: 'Enter' },
          ),
        ]
      : []),
    item(
      'send',
      {
        ...sendingWords(panes.getState(), sessions.getState(), side, t),
        disabled: !canSend(pane, paneOf(otherSide(side))) || chosen.length === 0,
        onChoose: () => sendSelection(side),
      },
      { primary: true, key: 'Enter' },
    ),
    item(
      'send-with-options',
      {
        label: withOptionsLabel(sendingOf(panes.getState(), side), t),
        icon: SlidersHorizontal,
        disabled: !canSendWithOptions(pane, paneOf(otherSide(side))) || chosen.length === 0,
        onChoose: () => askForOptions(side),
      },
      { primary: true, shift: true, key: 'Enter' },
    ),
    separator('after-transfer'),
    item(
      'new-folder',
      { label: t('actions.newFolder'), icon: FolderPlus, onChoose: () => askForFolder(side) },
      { key: 'F7' },
    ),
    item(
      'rename',
      { label: t('actions.rename'), icon: Pencil, disabled: !one, onChoose: () => beginRenaming(side) },
      { key: 'F2' },
    ),
    item(
      'delete',
      {
        label: t(place.kind === 'local' ? 'actions.trash' : 'actions.delete'),
        icon: Trash2,
        danger: true,
        disabled: chosen.length === 0,
        onChoose: () => askToDelete(side),
      },
      { key: 'Delete' },
    ),
    separator('after-change'),
    item('copy-path', {
      label: t('actions.copyPath'),
      icon: Copy,
      onChoose: () => void copyPaths(place, entries),
    }),
    item('copy-url', { label: t('actions.copyUrl'), icon: Link, onChoose: () => void copyUrls(place, entries) }),
    ...(place.kind === 'local'
      ? [
          item('reveal', {
            label: t('actions.reveal'),
            icon: FolderOpen,
            disabled: entries.length > 1,
            onChoose: () => void revealInFileManager(place, entries[0] ?? null),
          }),
        ]
      : []),
    separator('after-copy'),
    item(
      'select-all',
      {
        label: t('actions.selectAll'),
        icon: ListChecks,
        disabled: pane.order.length === 0,
        onChoose: () => selectEverything(side),
      },
      { primary: true, key: 'A' },
    ),
    item(
      'filter',
      { label: t('actions.filter'), icon: ListFilter, onChoose: () => openFilter(side) },
      { primary: true, key: 'F' },
    ),
    item(
      'refresh',
      { label: t('actions.refresh'), icon: RefreshCw, onChoose: () => refreshPane(side) },
      { primary: true, key: 'R' },
    ),
    ...(place.kind === 'remote'
      ? [
          item(
            'encoding',
            { label: t('actions.encoding'), icon: Languages, onChoose: () => askForEncoding(side) },
            { primary: true, shift: true, key: 'E' },
          ),
        ]
      : []),
    item(
      'properties',
      {
        label: t('actions.properties'),
        icon: Info,
        disabled: entries.length === 0,
        onChoose: () => showProperties(side),
      },
      { primary: true, key: 'I' },
    ),
  ];
};
