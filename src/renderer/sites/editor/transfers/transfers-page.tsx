import { useTranslation } from 'react-i18next';
import { TransferChoiceFields } from '../../../transfers/choice/transfer-choice-fields.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** How files are moved where nothing else is said. What has no meaning is told by the fields themselves. */
export const TransfersPage = ({ draft, change }: Omit<PageProps<'transfers'>, 'problems'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      <TransferChoiceFields value={draft.transfer} onChange={(transfer) => change({ transfer })} />
      <div className={styles.section}>
        <Checkbox
          checked={draft.allocate}
          onChange={(allocate) => change({ allocate })}
          hint={t('transfers.allocateHint')}
        >
          <span>
            {t('transfers.allocate')} <span className={styles.quiet}>ALLO</span>
          </span>
        </Checkbox>
      </div>
    </div>
  );
};
