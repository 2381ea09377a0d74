import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { listCount, transfers } from '../state/transfers.ts';
import { classNames } from '../ui/class-names.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './activity.module.css';

/** How many transfers are still to be done, and how many failed. */
export const TransferBadge = () => {
  const { t } = useTranslation('app');
  const locale = useStore(application, (state) => state.formatLocale);
  const counts = useStore(transfers, (state) => state.summary.counts);
  const numbers = { open: listCount(counts, 'queue'), failed: listCount(counts, 'failed') };
  return (['open', 'failed'] as const).map((kind) =>
    numbers[kind] === 0 ? null : (
      <span key={kind} className={classNames(styles.badge, kind === 'failed' && styles.failed)}>
        {formatCount(numbers[kind], locale)}
        <VisuallyHidden> {t(`badge.${kind}`)}</VisuallyHidden>
      </span>
    ),
  );
};
