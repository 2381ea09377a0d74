import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TransferSummary } from '#shared/model/transfer.ts';
import { formatDuration } from '../format/format-duration.ts';
import { formatCount, formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { transfers } from '../state/transfers.ts';
import { Progress } from '../ui/progress.tsx';
import { finishedCount, isBusy, totalProgress } from './progress-of.ts';
import { RateGraph } from './rate-graph.tsx';
import styles from './transfer-totals.module.css';

/** All transfers together: how many and how much, how fast and how long, and how fast it was. */
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
      <div className={styles.row}>
        <div className={styles.words}>
          <p className={styles.line}>
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
          </p>
          {busy ? (
            <p className={styles.line}>
              <Rates summary={summary} />
              {summary.remainingMs === null ? null : (
                <span className={styles.quiet}>
                  {t('timeLeft', { time: formatDuration(summary.remainingMs, locale) })}
                </span>
              )}
            </p>
          ) : null}
        </div>
        <RateGraph />
      </div>
      {/* Its place is kept while nothing moves, so that nothing jumps. */}
      <div className={styles.bar}>
        {busy ? <Progress label={t('totalProgress')} value={totalProgress(summary)} /> : null}
      </div>
    </div>
  );
};

/** How fast it goes each way; between servers it goes neither way. */
const Rates = ({ summary: { rate, rates } }: { readonly summary: TransferSummary }) => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const perSecond = (bytes: number): string => t('perSecond', { size: formatSize(bytes, locale) });
  if (rates.down === 0 && rates.up === 0) {
    return rate === 0 ? null : <span className={styles.quiet}>{perSecond(rate)}</span>;
  }
  return (
    <>
      {rates.down === 0 ? null : (
        <span className={styles.rate}>
          <ArrowDown
            size={12}
            strokeWidth={2.5}
            className={styles.down}
            role="img"
            aria-label={t('direction.download')}
          />
          {perSecond(rates.down)}
        </span>
      )}
      {rates.up === 0 ? null : (
        <span className={styles.rate}>
          <ArrowUp size={12} strokeWidth={2.5} className={styles.up} role="img" aria-label={t('direction.upload')} />
          {perSecond(rates.up)}
        </span>
      )}
    </>
  );
};
