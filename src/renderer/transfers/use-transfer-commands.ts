import { Eraser, type LucideIcon, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commandTransfers, type TransferCommand } from '../actions/transfers.ts';
import { application } from '../state/application.ts';
import { isEmptySelection } from '../state/transfer-selection.ts';
import { isNarrowed, shownView, transferOf, transfers } from '../state/transfers.ts';
import { formatShortcut } from '../ui/shortcut.ts';
import { commandsOf, fitsAny, fitsSelected } from './possible-commands.ts';

export interface OfferedCommand {
  readonly command: TransferCommand;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut: string;
  readonly disabled: boolean;
  readonly run: () => void;
}

const ICON: Readonly<Record<TransferCommand, LucideIcon>> = {
  pause: Pause,
  resume: Play,
  retry: RotateCcw,
  cancel: X,
  clear: Eraser,
};

// Where two that share a key are possible, the key means the first of them.
const KEY: Readonly<Record<TransferCommand, string>> = {
  pause: 'Space',
  resume: 'Space',
  retry: 'Enter',
  cancel: 'Delete',
  clear: 'Delete',
};

const shortcutOf = (command: TransferCommand): string =>
  formatShortcut({ key: KEY[command] }, application.getState().info.platform === 'darwin');

/** What can be done now with the selected transfers of the list in sight, or with all of it where none is selected. */
export const useTransferCommands = (): readonly OfferedCommand[] => {
  const { t } = useTranslation('transfers');
  const state = useStore(transfers);
  const { summary, list } = state;
  const view = shownView(state);
  const { ids } = view.selection;
  const all = ids === 'all' || isEmptySelection(view.selection);
  const states = ids === 'all' ? [] : [...ids].map((id) => transferOf(view, id)?.state);
  const labelOf = (command: TransferCommand): string => {
    if (!all) return t(`selected.${command}`);
    if (isNarrowed(view)) return t(`shown.${command}`);
    return command === 'clear' && list === 'failed' ? t('all.clearFailed') : t(`all.${command}`);
  };
  return commandsOf(list).map((command) => ({
    command,
    icon: ICON[command],
    label: labelOf(command),
    shortcut: shortcutOf(command),
    disabled: all ? view.total === 0 || !fitsAny(command, list, summary.counts) : !fitsSelected(command, states),
    run: () => void commandTransfers(command),
  }));
};
