import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { TRANSFER_LISTS } from '#shared/model/transfer.ts';
import { formatCount } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { listCount, transfers } from '../state/transfers.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './transfer-lists.module.css';

/** What is left to do, what failed and what is over, as tabs with how many are in each. */
export const TransferLists = () => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const counts = useStore(transfers, (state) => state.summary.counts);
  return (
    <Tabs.List activateOnFocus aria-label={t('lists')} className={styles.lists}>
      {TRANSFER_LISTS.map((list) => {
        const count = listCount(counts, list);
        return (
          <Tabs.Tab key={list} value={list} className={styles.list}>
            {t(`list.${list}`)}{' '}
            {count === 0 ? null : (
              <span className={classNames(styles.count, list === 'failed' && styles.failed)}>
                {formatCount(count, locale)}
              </span>
            )}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
};
