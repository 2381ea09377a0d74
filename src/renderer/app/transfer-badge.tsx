import { useStore } from 'zustand';
import { transfers } from '../state/transfers.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './activity.module.css';

/** How many transfers are still to be done, or how many failed once none is. */
export const TransferBadge = () => {
  const counts = useStore(transfers, (state) => state.summary.counts);
  const open = counts.waiting + counts.active + counts.asking + counts.paused;
  const troubled = counts.failed + counts.unknown;
  const count = open > 0 ? open : troubled;
  if (count === 0) return null;
  return <span className={classNames(styles.badge, open === 0 && styles.failed)}>{count}</span>;
};
