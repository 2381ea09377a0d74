import { showBrowseDialog } from '../state/dialogs.ts';
import { selectedEntries, usable } from '../state/entries.ts';
import type { Step } from '../state/listing/selection.ts';
import { chooseSourceOf, paneOf } from '../state/panes.ts';
import { type Side, sessionIdOf } from '../state/place.ts';
import { preferences } from '../state/preferences.ts';
import { deleteEntries } from './change-files.ts';
import { openFilter } from './filter.ts';
import { openActive } from './open-entry.ts';
import { goBackward, goOnward, goUp, refreshPane } from './open-place.ts';
import { beginRenaming } from './rename.ts';
import { endTyping, moveSelection, selectEverything, selectNothing, selectRow, typeToFind } from './select.ts';
import { askForOptions } from './send-with-options.ts';
import { sendSelection } from './transfer.ts';

/** What can be done in a pane by key, menu and toolbar alike. */
export type PaneCommand =
  | { readonly kind: 'move'; readonly step: Step; readonly mode: 'only' | 'extend' | 'move' }
  | { readonly kind: 'find'; readonly key: string }
  | {
      readonly kind:
        | 'open'
        | 'up'
        | 'back'
        | 'forward'
        | 'rename'
        | 'delete'
        | 'refresh'
        | 'filter'
        | 'select-all'
        | 'select-none'
        | 'toggle'
        | 'new-folder'
        | 'properties'
        | 'encoding'
        | 'send'
        | 'send-with-options'
        | 'choose-left'
        | 'choose-right';
    };

/**
 * Does what a key, menu or button of a pane means.
 * @param nowMs of the clock that tells a word being typed from single letters
 */
export const runGridCommand = (side: Side, command: PaneCommand, nowMs: number): void => {
  if (command.kind !== 'find') endTyping(side);
  if (command.kind === 'move') moveSelection(side, command.step, command.mode);
  else if (command.kind === 'find') typeToFind(side, command.key, nowMs);
  else SIMPLE_COMMANDS[command.kind](side);
};

/** Deletes what is selected, after asking unless the person wants no question. */
export const askToDelete = (side: Side): void => {
  const pane = paneOf(side);
  const entries = selectedEntries(pane);
  if (pane.place === null || usable(entries).length === 0) return;
  if (preferences.getState().confirmDelete) showBrowseDialog({ kind: 'delete', place: pane.place, entries });
  else void deleteEntries(pane.place, entries);
};

/** Asks for the name of a new folder in the pane's folder. */
export const askForFolder = (side: Side): void => {
  const { place } = paneOf(side);
  if (place !== null) showBrowseDialog({ kind: 'new-folder', place });
};

/** Asks how the names of the server that a pane shows are to be read. */
export const askForEncoding = (side: Side): void => {
  const sessionId = sessionIdOf(paneOf(side).place);
  if (sessionId !== null) showBrowseDialog({ kind: 'encoding', sessionId });
};

/** Shows what is known of the selected entries. */
export const showProperties = (side: Side): void => {
  const pane = paneOf(side);
  const entries = selectedEntries(pane);
  if (pane.place !== null && entries.length > 0) showBrowseDialog({ kind: 'properties', place: pane.place, entries });
};

const toggleActive = (side: Side): void => {
  const { active } = paneOf(side).selection;
  if (active !== null) selectRow(side, active, 'toggle');
};

const SIMPLE_COMMANDS: Readonly<Record<Exclude<PaneCommand['kind'], 'move' | 'find'>, (side: Side) => void>> = {
  open: openActive,
  up: goUp,
  back: goBackward,
  forward: goOnward,
  rename: beginRenaming,
  delete: askToDelete,
  refresh: refreshPane,
  filter: openFilter,
  'select-all': selectEverything,
  'select-none': selectNothing,
  toggle: toggleActive,
  'new-folder': askForFolder,
  properties: showProperties,
  encoding: askForEncoding,
  send: sendSelection,
  'send-with-options': askForOptions,
  'choose-left': () => chooseSourceOf('left'),
  'choose-right': () => chooseSourceOf('right'),
};
