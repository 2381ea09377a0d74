import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changePreferences } from '../../actions/preferences.ts';
import { preferences } from '../../state/preferences.ts';
import { RulesEditor } from '../../transfers/rules/rules-editor.tsx';
import styles from '../preferences.module.css';

/** What becomes of files that are there already, where neither a site's rules nor the person say. */
export const ExistingPage = () => {
  const { t } = useTranslation('preferences');
  const rules = useStore(preferences, (state) => state.conflictRules);
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('existing.about')}</p>
      <RulesEditor
        rules={rules}
        onChange={(conflictRules) => void changePreferences({ conflictRules })}
        whenEmpty={t('existing.empty')}
      />
      <p className={styles.quiet}>{t('existing.sitesFirst')}</p>
    </div>
  );
};
