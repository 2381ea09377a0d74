import { Eraser, type LucideIcon, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commandTransfers, type TransferCommand } from '../actions/transfers.ts';
import { application } from '../state/application.ts';
import { isEmptySelection } from '../state/transfer-selection.ts';
import { stateOfTransfer, transfers } from '../state/transfers.ts';
import { formatShortcut } from '../ui/shortcut.ts';
import { COMMANDS, fitsAny, fitsSelected } from './possible-commands.ts';

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

/** What can be done now with the selected transfers, or with all where none is selected. */
export const useTransferCommands = (): readonly OfferedCommand[] => {
  const { t } = useTranslation('transfers');
  const state = useStore(transfers);
  const { summary, selection } = state;
  const all = isEmptySelection(selection) || selection.ids === 'all';
  const selectedStates = selection.ids === 'all' ? [] : [...selection.ids].map((id) => stateOfTransfer(state, id));
  return COMMANDS.map((command) => ({
    command,
    icon: ICON[command],
    label: t(`${all ? 'all' : 'selected'}.${command}`),
    shortcut: shortcutOf(command),
    disabled: !(all ? fitsAny(command, summary.counts) : fitsSelected(command, selectedStates)),
    run: () => void commandTransfers(command),
  }));
};
