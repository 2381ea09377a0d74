import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../format/format-duration.ts';
import { formatCount, formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { transfers } from '../state/transfers.ts';
import { Progress } from '../ui/progress.tsx';
import { finishedCount, isBusy, totalProgress } from './progress-of.ts';
import styles from './transfer-totals.module.css';

/** All transfers together: how many and how much, how fast and how long. */
export const TransferTotals = () => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const summary = useStore(transfers, (state) => state.summary);
  const { counts } = summary;
  if (summary.count === 0) return null;
  const troubled = counts.failed + counts.unknown;
  const busy = isBusy(counts);
  return (
    <div className={styles.totals}>
      <p className={styles.words}>
        <span>
          {t('finishedOf', {
            done: formatCount(finishedCount(counts), locale),
            total: formatCount(summary.count, locale),
          })}
        </span>
        {troubled === 0 ? null : (
          <span className={styles.trouble}>{t('failedCount', { number: formatCount(troubled, locale) })}</span>
        )}
        <span className={styles.quiet}>
          {t('bytesOf', {
            done: formatSize(summary.transferredBytes, locale),
            total: formatSize(summary.totalBytes, locale),
          })}
        </span>
        {busy && summary.rate > 0 ? (
          <span className={styles.quiet}>{t('perSecond', { size: formatSize(summary.rate, locale) })}</span>
        ) : null}
        {busy && summary.remainingMs !== null ? (
          <span className={styles.quiet}>{t('timeLeft', { time: formatDuration(summary.remainingMs, locale) })}</span>
        ) : null}
      </p>
      {/* Its place is kept while nothing moves, so that nothing jumps. */}
      <div className={styles.bar}>
        {busy ? <Progress label={t('totalProgress')} value={totalProgress(summary)} /> : null}
      </div>
    </div>
  );
};
