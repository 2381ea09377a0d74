import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { transfers } from '../state/transfers.ts';
import { FocusedTransfer } from './focused-transfer.tsx';
import { TransferTotals } from './transfer-totals.tsx';
import styles from './transfers-panel.module.css';
import { TransfersTable } from './transfers-table.tsx';

/** The transfer queue: totals and commands, every transfer, and what is wrong with the one that has the focus. */
export const TransfersPanel = () => {
  const { t } = useTranslation('transfers');
  const count = useStore(transfers, (state) => state.summary.count);
  return (
    <div className={styles.panel}>
      <TransferTotals />
      <div className={styles.content}>
        <TransfersTable />
        {count === 0 ? (
          <div className={styles.empty}>
            <p className={styles.emptyTitle}>{t('empty')}</p>
            <p>{t('emptyHint')}</p>
          </div>
        ) : null}
      </div>
      <FocusedTransfer />
    </div>
  );
};
