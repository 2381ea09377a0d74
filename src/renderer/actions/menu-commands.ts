import type { MenuCommand } from '#shared/contract/application.ts';
import { changeLayout, layout, NARROW_WINDOW, toggledActivity } from '../state/layout.ts';
import { chooseSourceOf, panes } from '../state/panes.ts';
import { preferences, showPreferences } from '../state/preferences.ts';
import { focusQuickConnect } from '../state/quick-connect.ts';
import { disconnectCurrent } from './connections.ts';
import { askForFolder, askToDelete } from './grid-commands.ts';
import { refreshPane } from './open-place.ts';
import { changePreferences } from './preferences.ts';
import { beginRenaming } from './rename.ts';
import { selectEverything } from './select.ts';
import { askForOptions } from './send-with-options.ts';
import { sendSelection } from './transfer.ts';

/** What each command of the application menu does; those about files mean the pane that last had the focus. */
const COMMANDS: Readonly<Record<MenuCommand, () => void>> = {
  'new-connection': focusQuickConnect,
  disconnect: () => void disconnectCurrent(),
  refresh: () => refreshPane(panes.getState().active),
  'new-folder': () => askForFolder(panes.getState().active),
  rename: () => beginRenaming(panes.getState().active),
  delete: () => askToDelete(panes.getState().active),
  'select-all': () => selectEverything(panes.getState().active),
  send: () => sendSelection(panes.getState().active),
  'send-with-options': () => askForOptions(panes.getState().active),
  'choose-left': () => chooseSourceOf('left'),
  'choose-right': () => chooseSourceOf('right'),
  'toggle-transcript': () => {
    const narrow = window.matchMedia(NARROW_WINDOW).matches;
    changeLayout(toggledActivity(layout.getState(), 'transcript', narrow));
  },
  'toggle-hidden': () => void changePreferences({ showHidden: !preferences.getState().showHidden }),
  'toggle-sites': () => changeLayout({ sitesShown: !layout.getState().sitesShown }),
  preferences: () => showPreferences(),
};

/** Does what a person chose in the application menu. */
export const runMenuCommand = (command: MenuCommand): void => COMMANDS[command]();
