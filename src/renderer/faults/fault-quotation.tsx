import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import styles from './fault-quotation.module.css';
import type { FaultDetail } from './fault-situation.ts';

/** The server's or the system's own words, set off so that nobody takes them for Longshore's. */
export const FaultQuotation = ({ detail }: { readonly detail: FaultDetail }) => {
  const { t } = useTranslation('faults');
  return (
    <div className={styles.quotation}>
      <span className={styles.source}>{detail.source === 'server' ? t('serverSays') : t('systemSays')}</span>
      <blockquote className={styles.words}>{detail.text.split('\n').map(displayName).join('\n')}</blockquote>
    </div>
  );
};
