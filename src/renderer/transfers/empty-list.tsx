import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { closeTransferFilter } from '../actions/show-transfers.ts';
import { isNarrowed, listCount, shownView, transfers } from '../state/transfers.ts';
import { Button } from '../ui/button.tsx';
import styles from './transfers-panel.module.css';

/** What stands in the place of the rows where there are none, and what to do then. */
export const EmptyList = () => {
  const { t } = useTranslation('transfers');
  const { list, summary } = useStore(transfers);
  const view = useStore(transfers, shownView);
  if (view.total > 0) return null;
  if (isNarrowed(view)) {
    return (
      <div className={styles.empty}>
        <p>{t('empty.filtered')}</p>
        <Button kind="plain" size="small" onClick={closeTransferFilter}>
          {t('empty.showAll')}
        </Button>
      </div>
    );
  }
  // The rows are on their way.
  if (listCount(summary.counts, list) > 0) return null;
  const none = summary.count === 0 && list === 'queue';
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{t(none ? 'empty.none' : `empty.${list}`)}</p>
      {list === 'queue' ? <p>{t('empty.noneHint')}</p> : null}
    </div>
  );
};
