import { ArrowDown, ArrowRight, ArrowUp, CircleAlert, CircleCheck, CircleHelp, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Direction, TransferView } from '#shared/model/transfer.ts';
import { useFaultWords } from '../faults/fault-words.ts';
import { formatDuration } from '../format/format-duration.ts';
import { formatExactSize } from '../format/format-exact-size.ts';
import { formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { classNames } from '../ui/class-names.ts';
import { Progress } from '../ui/progress.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { progressOf } from './progress-of.ts';
import styles from './transfers-table.module.css';
import { whereabouts } from './whereabouts.ts';

interface TransferRowProps {
  /** Counted from 0 in the queue. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly top: number;
  /** Undefined while the row has not been read. */
  readonly view: TransferView | undefined;
  readonly selected: boolean;
  /** Whether Tab comes here: the one row of the table that has or would have the focus. */
  readonly focusable: boolean;
  readonly onClick: (event: MouseEvent, index: number) => void;
  readonly onContextMenu: (event: MouseEvent, index: number) => void;
}

/** One transfer. */
export const TransferRow = ({ index, top, view, selected, focusable, onClick, onContextMenu }: TransferRowProps) => (
  <tr
    aria-rowindex={index + 2}
    data-index={index}
    tabIndex={focusable ? 0 : -1}
    className={classNames(styles.row, styles.transfer, selected && styles.selected)}
    style={{ transform: `translateY(${top}px)` }}
    onClick={(event) => onClick(event, index)}
    onContextMenu={(event) => onContextMenu(event, index)}
  >
    {view ? <TransferCells view={view} selected={selected} /> : null}
  </tr>
);

const TransferCells = ({ view, selected }: { readonly view: TransferView; readonly selected: boolean }) => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const active = view.state === 'active';
  const Arrow = ARROW[view.direction];
  const { paths, site } = whereabouts(view);
  return (
    <>
      <td className={styles.name} title={paths}>
        <Arrow className={styles.direction} size={14} aria-label={t(`direction.${view.direction}`)} role="img" />
        <span className={styles.ellipsis}>{displayName(view.name)}</span>
        {view.target === null ? null : <span className={styles.beside}>→ {displayName(view.target.siteTitle)}</span>}
        {selected ? <VisuallyHidden>{t('isSelected')}</VisuallyHidden> : null}
      </td>
      <td className={styles.site} title={site}>
        {site}
      </td>
      <td className={styles.size} title={view.size === null ? '' : formatExactSize(view.size, locale)}>
        {view.size === null ? '' : formatSize(view.size, locale)}
      </td>
      <td className={styles.progress}>
        {SHOWS_PROGRESS[view.state] ? (
          <Progress label={t('progressOf', { name: displayName(view.name) })} value={progressOf(view)} />
        ) : null}
      </td>
      <td className={styles.rate}>
        {active && view.rate > 0 ? t('perSecond', { size: formatSize(view.rate, locale) }) : ''}
      </td>
      <td className={styles.timeLeft}>
        {active && view.remainingMs !== null ? formatDuration(view.remainingMs, locale) : ''}
      </td>
      <StateCell view={view} />
    </>
  );
};

const StateCell = ({ view }: { readonly view: TransferView }) => {
  const { t } = useTranslation('transfers');
  const inWords = useFaultWords();
  const words = view.fault && (view.state === 'failed' || view.state === 'unknown') ? inWords(view.fault) : null;
  const plain = view.kind === 'folder' && view.state === 'active' ? t('readingFolder') : t(`state.${view.state}`);
  return (
    <td
      className={classNames(styles.state, TONE[view.state])}
      title={words ? `${words.title}\n${words.remedy}` : plain}
    >
      {view.state === 'done' ? <CircleCheck size={14} aria-hidden /> : null}
      {view.state === 'failed' ? <CircleAlert size={14} aria-hidden /> : null}
      {view.state === 'unknown' || view.state === 'asking' ? <CircleHelp size={14} aria-hidden /> : null}
      <span className={styles.ellipsis}>
        {words ? t('stateBecause', { state: plain, reason: words.title }) : plain}
      </span>
    </td>
  );
};

const ARROW: Readonly<Record<Direction, LucideIcon>> = {
  download: ArrowDown,
  upload: ArrowUp,
  between: ArrowRight,
};

const SHOWS_PROGRESS: Readonly<Record<TransferView['state'], boolean>> = {
  waiting: false,
  active: true,
  moving: true,
  asking: true,
  paused: true,
  done: false,
  skipped: false,
  failed: false,
  unknown: false,
  cancelled: false,
};

const TONE: Readonly<Partial<Record<TransferView['state'], string | undefined>>> = {
  done: styles.good,
  failed: styles.bad,
  unknown: styles.doubtful,
  asking: styles.doubtful,
};
