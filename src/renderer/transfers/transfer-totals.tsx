import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../format/format-duration.ts';
import { formatCount, formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { transfers } from '../state/transfers.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Progress } from '../ui/progress.tsx';
import { Toolbar, ToolbarSpace } from '../ui/toolbar.tsx';
import { finishedCount, isBusy, totalProgress } from './progress-of.ts';
import styles from './transfers-panel.module.css';
import { useTransferCommands } from './use-transfer-commands.ts';

/** The queue in one line, with the commands for it. */
export const TransferTotals = () => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const summary = useStore(transfers, (state) => state.summary);
  const commands = useTransferCommands();
  const { counts } = summary;
  const troubled = counts.failed + counts.unknown;
  return (
    <div className={styles.totals}>
      <Toolbar label={t('actions')}>
        {summary.count === 0 ? null : (
          <p className={styles.summary}>
            <span>
              {t('finishedOf', {
                done: formatCount(finishedCount(counts), locale),
                total: formatCount(summary.count, locale),
              })}
            </span>
            {troubled === 0 ? null : (
              <span className={styles.trouble}>{t('failedCount', { number: formatCount(troubled, locale) })}</span>
            )}
            <span className={styles.bytes}>
              {t('bytesOf', {
                done: formatSize(summary.transferredBytes, locale),
                total: formatSize(summary.totalBytes, locale),
              })}
            </span>
            {isBusy(counts) && summary.rate > 0 ? (
              <span className={styles.quiet}>{t('perSecond', { size: formatSize(summary.rate, locale) })}</span>
            ) : null}
            {isBusy(counts) && summary.remainingMs !== null ? (
              <span className={styles.quiet}>
                {t('timeLeft', { time: formatDuration(summary.remainingMs, locale) })}
              </span>
            ) : null}
          </p>
        )}
        <ToolbarSpace />
        {commands.map(({ command, icon, label, shortcut, disabled, run }) => (
          <IconButton
            key={command}
            icon={icon}
            size="small"
            label={label}
            shortcut={shortcut}
            disabled={disabled}
            onClick={run}
          />
        ))}
      </Toolbar>
      {/* Its place is kept while nothing moves, so that nothing jumps. */}
      <div className={styles.totalBar}>
        {isBusy(counts) ? <Progress label={t('totalProgress')} value={totalProgress(summary)} /> : null}
      </div>
    </div>
  );
};
