import type { TFunction } from 'i18next';
import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChevronsUpDown,
  Clock,
  FileOutput,
  Flag,
  FolderOpen,
  MoveDown,
  MoveUp,
  Pause,
  Play,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import { PRIORITIES, type TransferView } from '#shared/model/transfer.ts';
import { exportTransferList } from '../actions/export-transfers.ts';
import { canReorder, type Step, stepTransfers } from '../actions/reorder-transfers.ts';
import { canShowPlace, showTransferPlace } from '../actions/show-transfer-place.ts';
import { commandSite, prioritize, schedule } from '../actions/transfers.ts';
import { application } from '../state/application.ts';
import { askForStart } from '../state/start-dialog.ts';
import { focusedTransfer, shownView, type TransferListView, transfers } from '../state/transfers.ts';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { formatShortcut } from '../ui/shortcut.ts';
import { useTransferCommands } from './use-transfer-commands.ts';

type Words = TFunction<'transfers'>;

/** What can be done with the selected transfers, or with the list in sight where none is selected, as a menu. */
export const useTransferMenu = (): readonly MenuEntry[] => {
  const { t } = useTranslation('transfers');
  const view = useStore(transfers, shownView);
  const onMac = useStore(application, (state) => state.info.platform === 'darwin');
  const commands = useTransferCommands();
  const focused = focusedTransfer(view);
  const queued = view.query.list === 'queue';
  return [
    ...commands.map(({ command, run, ...rest }): MenuEntry => ({ kind: 'item', id: command, ...rest, onChoose: run })),
    ...(queued ? [separator('order'), putMenu(t, view, onMac), priorityMenu(t, view, focused)] : []),
    ...(queued ? startItems(t, view, focused) : []),
    ...(focused === undefined
      ? []
      : [separator('one'), ...(queued ? siteItems(t, focused) : []), ...placeItems(t, focused)]),
    separator('list'),
    {
      kind: 'item',
      id: 'export',
      icon: FileOutput,
      label: t('export'),
      disabled: view.total === 0,
      onChoose: () => void exportTransferList(),
    },
  ];
};

const separator = (id: string): MenuEntry => ({ kind: 'separator', id: `before-${id}` });

const STEPS = ['top', 'up', 'down', 'bottom'] as const satisfies readonly Step[];
const STEP_ICON = { top: ArrowUpToLine, up: MoveUp, down: MoveDown, bottom: ArrowDownToLine } as const;
const STEP_KEY = { top: 'Home', up: 'Up', down: 'Down', bottom: 'End' } as const;

const putMenu = (t: Words, view: TransferListView, onMac: boolean): MenuEntry => ({
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
});

const priorityMenu = (t: Words, view: TransferListView, focused: TransferView | undefined): MenuEntry => ({
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
});

const startItems = (t: Words, view: TransferListView, focused: TransferView | undefined): readonly MenuEntry[] => [
  {
    kind: 'item',
    id: 'start-at',
    icon: Clock,
    label: t('start.menu'),
    disabled: view.total === 0,
    onChoose: askForStart,
  },
  ...(focused?.startsMs == null
    ? []
    : [{ kind: 'item', id: 'start-now', label: t('start.now'), onChoose: () => void schedule(null) } as const]),
];

const siteItems = (t: Words, focused: TransferView): readonly MenuEntry[] =>
  (['pause', 'resume'] as const).map((command) => ({
    kind: 'item',
    id: `site-${command}`,
    icon: command === 'pause' ? Pause : Play,
    label: t(`site.${command}`, { site: displayName((focused.target ?? focused).siteTitle) }),
    onChoose: () => void commandSite(command, focused.id),
  }));

const placeItems = (t: Words, focused: TransferView): readonly MenuEntry[] =>
  (['here', 'there'] as const).map((where) => ({
    kind: 'item',
    id: where,
    icon: FolderOpen,
    label: t(`show.${where}`),
    disabled: !canShowPlace(focused, where),
    onChoose: () => void showTransferPlace(focused, where),
  }));
