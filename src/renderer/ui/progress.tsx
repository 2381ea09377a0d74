import { Progress as BaseProgress } from '@base-ui/react/progress';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

interface ProgressProps {
  /** What goes on, for a screen reader. */
  readonly label: string;
  /** 0 to 1; null while nobody can say. */
  readonly value: number | null;
}

/** How far something has come. */
export const Progress = ({ label, value }: ProgressProps) => (
  <BaseProgress.Root value={value === null ? null : Math.round(value * 1000) / 10} aria-label={label}>
    <BaseProgress.Track className={styles.track}>
      <BaseProgress.Indicator className={classNames(styles.indicator, value === null && styles.unknown)} />
    </BaseProgress.Track>
  </BaseProgress.Root>
);
