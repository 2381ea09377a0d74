import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import { formatTimeOfDay } from '../format/format-time.ts';
import { application } from '../state/application.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './transcript-panel.module.css';

const MARK = { command: '→', reply: '←', listing: '│', note: '•', error: '!' } as const;

interface TranscriptRowProps {
  readonly line: TranscriptLine;
  /** Pixels from the top of the log. */
  readonly top: number;
}

/** One line of the dialogue: when, on which connection, who speaks, and the words. */
export const TranscriptRow = ({ line, top }: TranscriptRowProps) => {
  const { t } = useTranslation('transcript');
  const locale = useStore(application, (state) => state.formatLocale);
  return (
    <div className={classNames(styles.line, styles[line.kind])} style={{ transform: `translateY(${top}px)` }}>
      <span className={styles.time}>{formatTimeOfDay(line.timeMs, locale)}</span>
      {line.connection === 0 ? null : (
        <span className={styles.connection} title={t('connection', { number: line.connection })}>
          {line.connection}
        </span>
      )}
      <span className={styles.mark} role="img" aria-label={t(`kind.${line.kind}`)}>
        {MARK[line.kind]}
      </span>
      <span className={styles.text}>{displayName(line.text)}</span>
    </div>
  );
};
