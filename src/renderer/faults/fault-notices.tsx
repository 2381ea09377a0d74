import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { dismissAllNotices, faultNotices } from '../state/faults.ts';
import { Button } from '../ui/button.tsx';
import { FaultNotice } from './fault-notice.tsx';
import styles from './fault-notices.module.css';

/** How many are open at once; the others wait until these are dismissed. */
const SHOWN = 3;

/**
 * The faults that nobody has read yet, newest at the bottom. They are spoken politely, take no focus, and stay until
 * the person dismisses them.
 */
export const FaultNotices = () => {
  const { t } = useTranslation('faults');
  const { notices } = useStore(faultNotices);
  const waiting = Math.max(0, notices.length - SHOWN);
  return (
    <section className={styles.stack} aria-label={t('notices')} aria-live="polite" aria-relevant="additions">
      {waiting === 0 ? null : (
        <div className={styles.more}>
          <span>{t('more', { count: waiting })}</span>
          <Button kind="plain" size="small" onClick={dismissAllNotices}>
            {t('dismissAll')}
          </Button>
        </div>
      )}
      {notices.slice(0, SHOWN).map((notice) => (
        <FaultNotice key={notice.id} notice={notice} />
      ))}
    </section>
  );
};
