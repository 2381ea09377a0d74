import { useTranslation } from 'react-i18next';
import styles from '../preferences.module.css';

/** What becomes of files that are there already, where neither a site's rules nor the person say. */
export const ExistingPage = () => {
  const { t } = useTranslation('preferences');
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('existing.about')}</p>
    </div>
  );
};
