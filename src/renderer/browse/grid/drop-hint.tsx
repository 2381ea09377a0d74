import { useTranslation } from 'react-i18next';
import type { Drop } from '../../state/drag.ts';
import { useSourceName } from '../source/source-name.ts';
import styles from './drop-hint.module.css';

/** Says at the foot of the pane what letting go here would do. */
export const DropHint = ({ drop }: { readonly drop: Drop }) => {
  const { t } = useTranslation('browse');
  const from = useSourceName(drop.kind === 'rows' ? drop.rows.from : null);
  const to = useSourceName(drop.onto);
  return (
    <div aria-hidden className={styles.hint}>
      <span className={styles.words}>{t(`drop.${meaningOf(drop)}`, { from, to })}</span>
    </div>
  );
};

const meaningOf = (drop: Drop) => {
  if (drop.kind === 'rows') return drop.sending;
  return drop.onto.kind === 'local' ? 'copy' : 'upload';
};
