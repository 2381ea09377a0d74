import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commandTransfers, retryInTheClear } from '../actions/transfers.ts';
import { FaultLine } from '../faults/fault-line.tsx';
import { focusedTransfer, shownView, transfers } from '../state/transfers.ts';
import { Button } from '../ui/button.tsx';
import styles from './transfers-panel.module.css';

/** Why the transfer that has the focus failed, and what can be done about it. */
export const FocusedTransfer = () => {
  const { t } = useTranslation('transfers');
  const row = useStore(transfers, (state) => focusedTransfer(shownView(state)));
  if (!row?.fault) return null;
  return (
    <div className={styles.fault}>
      <FaultLine fault={row.fault} />
      <div className={styles.ways}>
        <Button size="small" onClick={() => void commandTransfers('retry')}>
          {t('selected.retry')}
        </Button>
        {row.fault.kind === 'between-servers' && row.fault.reason === 'not-encrypted' ? (
          <Button size="small" onClick={() => void retryInTheClear()}>
            {t('selected.retryInTheClear')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
