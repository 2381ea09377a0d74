import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeSpeedPlan } from '../../actions/preferences.ts';
import { preferences } from '../../state/preferences.ts';
import { SpeedField } from '../../transfers/policy/speed-field.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from '../preferences.module.css';
import { HoursEditor } from './hours-editor.tsx';

/** How fast all transfers together may be, and when they may be faster or have to be slower. */
export const SpeedPage = () => {
  const { t } = useTranslation('preferences');
  const { limited, speeds, hours } = useStore(preferences, (state) => state.speedPlan);
  return (
    <div className={styles.fields}>
      <Checkbox checked={limited} onChange={(on) => changeSpeedPlan({ limited: on })} hint={t('speed.limitedHint')}>
        {t('speed.limited')}
      </Checkbox>
      <div className={styles.section}>
        <h3 className={styles.heading}>{t('speed.usual')}</h3>
        <div className={styles.pair}>
          <SpeedField
            direction="down"
            value={speeds.down}
            onChange={(down) => changeSpeedPlan({ speeds: { ...speeds, down } })}
          />
          <SpeedField
            direction="up"
            value={speeds.up}
            onChange={(up) => changeSpeedPlan({ speeds: { ...speeds, up } })}
          />
        </div>
        <p className={styles.hint}>{t('speed.hint')}</p>
      </div>
      <div className={styles.section}>
        <h3 className={styles.heading}>{t('speed.hours')}</h3>
        <HoursEditor hours={hours} onChange={(changed) => changeSpeedPlan({ hours: changed })} />
        <p className={styles.hint}>{t('speed.hoursHint')}</p>
      </div>
    </div>
  );
};
