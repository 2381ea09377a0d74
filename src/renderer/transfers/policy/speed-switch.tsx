import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeSpeedPlan } from '../../actions/preferences.ts';
import { preferences, showPreferences } from '../../state/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { hasLimits } from './has-limits.ts';

/** Lifts the limit on the speed of all transfers and puts it back, without a way through the preferences. */
export const SpeedSwitch = () => {
  const { t } = useTranslation('policy');
  const plan = useStore(preferences, (state) => state.speedPlan);
  const some = hasLimits(plan);
  const limited = plan.limited && some;
  return (
    <Menu
      trigger={
        <IconButton icon={Gauge} size="small" label={t(limited ? 'switch.limited' : 'switch.free')} marked={limited} />
      }
      entries={[
        {
          kind: 'item',
          id: 'free',
          label: t('speed.noLimit'),
          checked: !limited,
          onChoose: () => changeSpeedPlan({ limited: false }),
        },
        {
          kind: 'item',
          id: 'limit',
          label: t('switch.limit'),
          checked: limited,
          // There is nothing to put back where no speed was ever set.
          disabled: !some,
          onChoose: () => changeSpeedPlan({ limited: true }),
        },
        { kind: 'separator', id: 'line' },
        { kind: 'item', id: 'edit', label: t('switch.edit'), onChoose: () => showPreferences('speed') },
      ]}
    />
  );
};
