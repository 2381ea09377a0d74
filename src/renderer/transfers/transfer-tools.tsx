import { Columns3, Ellipsis, ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { closeTransferFilter, openTransferFilter } from '../actions/show-transfers.ts';
import { application } from '../state/application.ts';
import { shownView, transfers } from '../state/transfers.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';
import { formatShortcut } from '../ui/shortcut.ts';
import { Toolbar, ToolbarSeparator } from '../ui/toolbar.tsx';
import { SpeedSwitch } from './policy/speed-switch.tsx';
import { useColumnsMenu } from './use-columns-menu.ts';
import { useTransferCommands } from './use-transfer-commands.ts';
import { useTransferMenu } from './use-transfer-menu.ts';
import { WhenDoneChoice } from './when-done-choice.tsx';

/** Whatever room there is. */
const useAllColumnsMenu = (): readonly MenuEntry[] => useColumnsMenu(null);

/** What can be done with the list in sight, and how it is looked at. */
export const TransferTools = () => {
  const { t } = useTranslation('transfers');
  const filtering = useStore(transfers, (state) => shownView(state).filtering);
  const onMac = useStore(application, (state) => state.info.platform === 'darwin');
  const commands = useTransferCommands();
  return (
    <Toolbar label={t('actions')}>
      {commands.map(({ command, icon, label, shortcut, disabled, run }) => (
        <IconButton
          key={command}
          icon={icon}
          size="small"
          label={label}
          shortcut={shortcut}
          disabled={disabled}
          onClick={run}
        />
      ))}
      <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('more')} />} entries={useTransferMenu} />
      <ToolbarSeparator />
      <SpeedSwitch />
      <WhenDoneChoice />
      <IconButton
        icon={ListFilter}
        size="small"
        label={t('filter.open')}
        shortcut={formatShortcut({ primary: true, key: 'F' }, onMac)}
        pressed={filtering}
        onClick={filtering ? closeTransferFilter : openTransferFilter}
      />
      <Menu
        trigger={<IconButton icon={Columns3} size="small" label={t('columns.title')} />}
        entries={useAllColumnsMenu}
      />
    </Toolbar>
  );
};
