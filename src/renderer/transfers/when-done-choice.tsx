import { Power } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { WHEN_DONE } from '#shared/model/transfer.ts';
import { chooseWhenDone } from '../actions/when-done.ts';
import { transfers } from '../state/transfers.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';

/** What the program does, one time, once all transfers are over. */
export const WhenDoneChoice = () => {
  const { t } = useTranslation('policy');
  const chosen = useStore(transfers, (state) => state.summary.whenDone);
  return (
    <Menu
      trigger={
        <IconButton
          icon={Power}
          size="small"
          label={t('whenDone.label', { what: t(`whenDone.${chosen}`) })}
          marked={chosen !== 'nothing'}
        />
      }
      entries={[
        { kind: 'heading', id: 'title', label: t('whenDone.title') },
        ...WHEN_DONE.map(
          (each): MenuEntry => ({
            kind: 'item',
            id: each,
            label: t(`whenDone.${each}`),
            checked: each === chosen,
            onChoose: () => void chooseWhenDone(each),
          }),
        ),
      ]}
    />
  );
};
