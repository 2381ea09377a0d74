import { classNames } from './class-names.ts';
import styles from './progress.module.css';

interface ProgressProps {
  /** What goes on, for a screen reader. */
  readonly label: string;
  /** 0 to 1; null while nobody can say. */
  readonly value: number | null;
}

/**
 * How far something has come. Nothing around it is laid out anew when it moves, and by its width, other than by a transform,
 * nothing is put into layers anew either: a queue has many of these, and all of them move all the time.
 */
export const Progress = ({ label, value }: ProgressProps) => {
  const percent = value === null ? null : Math.round(value * 1000) / 10;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={styles.track}
    >
      <div
        className={classNames(styles.indicator, percent === null && styles.unknown)}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
};
