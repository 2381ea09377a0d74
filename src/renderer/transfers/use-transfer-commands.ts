import { Eraser, type LucideIcon, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { commandTransfers, type TransferCommand } from '../actions/transfers.ts';
import { application } from '../state/application.ts';
import { isEmptySelection } from '../state/transfer-selection.ts';
import {
  isNarrowed,
  shownView,
  type TransferListView,
  type TransfersState,
  transferOf,
  transfers,
} from '../state/transfers.ts';
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
  const list = useStore(transfers, (state) => state.list);
  const labels = useStore(transfers, useShallow(labelsOf));
  const disabled = useStore(transfers, useShallow(areDisabled));
  return useMemo(
    () =>
      commandsOf(list).map((command, index) => ({
        command,
        icon: ICON[command],
        label: t(labels[index] ?? `all.${command}`),
        shortcut: shortcutOf(command),
        disabled: disabled[index] ?? true,
        run: () => void commandTransfers(command),
      })),
    [t, list, labels, disabled],
  );
};

type LabelKey = `${'selected' | 'shown' | 'all'}.${TransferCommand}` | 'all.clearFailed';

const isForAll = ({ selection: { ids }, selection }: TransferListView): boolean =>
  ids === 'all' || isEmptySelection(selection);

const labelsOf = (state: TransfersState): readonly LabelKey[] => {
  const { list } = state;
  const view = shownView(state);
  const of = isForAll(view) ? (isNarrowed(view) ? 'shown' : 'all') : 'selected';
  return commandsOf(list).map(
    (command): LabelKey =>
      of === 'all' && command === 'clear' && list === 'failed' ? 'all.clearFailed' : `${of}.${command}`,
  );
};

const areDisabled = (state: TransfersState): readonly boolean[] => {
  const { list, summary } = state;
  const view = shownView(state);
  const { ids } = view.selection;
  const all = isForAll(view);
  const states = ids === 'all' ? [] : [...ids].map((id) => transferOf(view, id)?.state);
  return commandsOf(list).map((command) =>
    all ? view.total === 0 || !fitsAny(command, list, summary.counts) : !fitsSelected(command, states),
  );
};
