import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changePreferences } from '../../actions/preferences.ts';
import { preferences } from '../../state/preferences.ts';
import { verificationOptions } from '../../transfers/policy/verification-options.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CountSelect } from '../../ui/count-select.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import styles from '../preferences.module.css';

const PER_SITE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const IN_TOTAL = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50];
const SEGMENTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** How much is moved at once, how it is checked, and what happens before the first and after the last. */
export const TransfersPage = () => {
  const { t } = useTranslation('preferences');
  const { t: policy } = useTranslation('policy');
  const current = useStore(preferences);
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Field label={t('connectionsPerSite')} hint={t('connectionsHint')}>
          <CountSelect
            value={current.connectionsPerSite}
            onChange={(connectionsPerSite) => void changePreferences({ connectionsPerSite })}
            counts={PER_SITE}
          />
        </Field>
        <Field label={t('connectionsInTotal')} hint={t('connectionsInTotalHint')}>
          <CountSelect
            value={current.connectionsInTotal}
            onChange={(connectionsInTotal) => void changePreferences({ connectionsInTotal })}
            counts={IN_TOTAL}
          />
        </Field>
      </div>
      <Field label={t('segmentsPerFile')} hint={t('segmentsHint')}>
        <CountSelect
          value={current.segmentsPerFile}
          onChange={(segmentsPerFile) => void changePreferences({ segmentsPerFile })}
          counts={SEGMENTS}
          words={(count) => (count === 1 ? t('segmentsOff') : String(count))}
        />
      </Field>
      <div className={styles.section}>
        <Field label={policy('verification.label')} hint={policy(`verification.hint.${current.verification}`)}>
          <Select
            value={current.verification}
            onChange={(verification) => void changePreferences({ verification })}
            options={verificationOptions(policy)}
          />
        </Field>
      </div>
      <div className={styles.section}>
        <Checkbox checked={current.goOnAtStart} onChange={(goOnAtStart) => void changePreferences({ goOnAtStart })}>
          {t('goOnAtStart')}
        </Checkbox>
        <Checkbox
          checked={current.notifyWhenDone}
          onChange={(notifyWhenDone) => void changePreferences({ notifyWhenDone })}
        >
          {t('notifyWhenDone')}
        </Checkbox>
      </div>
    </div>
  );
};
