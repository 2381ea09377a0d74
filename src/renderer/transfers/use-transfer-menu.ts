import { ArrowDownToLine, ArrowUpToLine, ChevronsUpDown, Flag, MoveDown, MoveUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { PRIORITIES } from '#shared/model/transfer.ts';
import { canReorder, type Step, stepTransfers } from '../actions/reorder-transfers.ts';
import { prioritize } from '../actions/transfers.ts';
import { application } from '../state/application.ts';
import { focusedTransfer, shownView, transfers } from '../state/transfers.ts';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { formatShortcut } from '../ui/shortcut.ts';
import { useTransferCommands } from './use-transfer-commands.ts';

const STEPS = ['top', 'up', 'down', 'bottom'] as const satisfies readonly Step[];
const STEP_ICON = { top: ArrowUpToLine, up: MoveUp, down: MoveDown, bottom: ArrowDownToLine } as const;
const STEP_KEY = { top: 'Home', up: 'Up', down: 'Down', bottom: 'End' } as const;

/** What can be done with the selected transfers, or with the list in sight where none is selected, as a menu. */
export const useTransferMenu = (): readonly MenuEntry[] => {
  const { t } = useTranslation('transfers');
  const view = useStore(transfers, shownView);
  const onMac = useStore(application, (state) => state.info.platform === 'darwin');
  const commands = useTransferCommands();
  const focused = focusedTransfer(view);
  const commandEntries = commands.map(
    ({ command, icon, label, shortcut, disabled, run }): MenuEntry => ({
      kind: 'item',
      id: command,
      icon,
      label,
      shortcut,
      disabled,
      onChoose: run,
    }),
  );
  if (view.query.list !== 'queue') return commandEntries;
  const put: MenuEntry = {
    kind: 'submenu',
    id: 'put',
    label: t('put.title'),
    icon: ChevronsUpDown,
    disabled: !canReorder(view),
    entries: STEPS.map((step) => ({
      kind: 'item',
      id: step,
      icon: STEP_ICON[step],
      label: t(`put.${step}`),
      shortcut: formatShortcut({ alt: true, key: STEP_KEY[step] }, onMac),
      onChoose: () => void stepTransfers(step),
    })),
  };
  const priority: MenuEntry = {
    kind: 'submenu',
    id: 'priority',
    label: t('priority.title'),
    icon: Flag,
    disabled: view.total === 0,
    entries: PRIORITIES.map((each) => ({
      kind: 'item',
      id: each,
      label: t(`priority.${each}`),
      checked: focused?.priority === each,
      onChoose: () => void prioritize(each),
    })),
  };
  return [...commandEntries, { kind: 'separator', id: 'before-order' }, put, priority];
};
