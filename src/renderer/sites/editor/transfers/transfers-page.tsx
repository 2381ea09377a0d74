import { useTranslation } from 'react-i18next';
import { TransferChoiceFields } from '../../../transfers/choice/transfer-choice-fields.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { PolicyFields } from './policy-fields.tsx';

/** How files are moved where nothing else is said, and how many and how fast. What has no meaning is told by the fields themselves. */
export const TransfersPage = (props: PageProps<'transfers'>) => {
  const { t } = useTranslation('editor');
  const { draft, change } = props;
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
      <PolicyFields {...props} />
    </div>
  );
};
