import type { TFunction } from 'i18next';
import { ArrowDown, ArrowRight, ArrowUp, Folder, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Direction, TransferView } from '#shared/model/transfer.ts';
import { formatDuration } from '../format/format-duration.ts';
import { formatExactSize } from '../format/format-exact-size.ts';
import { formatCount, formatSize } from '../format/format-size.ts';
import { formatMoment, formatMomentFully } from '../format/format-time.ts';
import { isSameButForProgress } from '../state/same-transfer.ts';
import type { SizedTransferColumn } from '../state/transfer-columns.ts';
import { Progress } from '../ui/progress.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { progressOf, showsProgress } from './progress-of.ts';
import { StateCell } from './state-cell.tsx';
import styles from './transfers-table.module.css';
import { whereabouts } from './whereabouts.ts';

interface NameCellProps {
  readonly view: TransferView;
  readonly selected: boolean;
  /** To which server it goes cannot be told from elsewhere: it stands here where its column has no room. */
  readonly withSite: boolean;
}

/** Which way it goes, and what it is called: while it moves it is drawn once. */
export const NameCell = memo(
  ({ view, selected, withSite }: NameCellProps) => {
    const { t } = useTranslation('transfers');
    const Arrow = ARROW[view.direction];
    return (
      <td className={styles.name} title={whereabouts(view).paths}>
        <Arrow className={styles.direction} size={14} aria-label={t(`direction.${view.direction}`)} role="img" />
        {view.kind === 'folder' ? (
          <Folder className={styles.folder} size={14} aria-label={t('isFolder')} role="img" />
        ) : null}
        <span className={styles.ellipsis}>{displayName(view.name)}</span>
        {withSite && view.target !== null ? (
          <span className={styles.beside}>→ {displayName(view.target.siteTitle)}</span>
        ) : null}
        {selected ? <VisuallyHidden>{t('isSelected')}</VisuallyHidden> : null}
      </td>
    );
  },
  (before, now) =>
    before.selected === now.selected && before.withSite === now.withSite && isSameButForProgress(before.view, now.view),
);

const ARROW: Readonly<Record<Direction, LucideIcon>> = {
  download: ArrowDown,
  upload: ArrowUp,
  between: ArrowRight,
};

interface TransferCellProps {
  readonly column: SizedTransferColumn;
  readonly view: TransferView;
  readonly t: TFunction<'transfers'>;
  readonly locale: string;
}

/** What one column tells of a transfer. A row knows the language once for all of its cells. */
export const TransferCell = ({ column, view, t, locale }: TransferCellProps) => {
  const active = view.state === 'active' || view.state === 'moving';
  switch (column) {
    case 'direction':
      return <Cell text={t(`direction.${view.direction}`)} />;
    case 'site': {
      const { site } = whereabouts(view);
      return <Cell text={site} title={site} />;
    }
    case 'size':
      if (view.size === null) return <Cell text="" number />;
      return <Cell text={formatSize(view.size, locale)} title={formatExactSize(view.size, locale)} number />;
    case 'progress':
      return (
        <td>
          {showsProgress(view) ? (
            <Progress label={t('progressOf', { name: displayName(view.name) })} value={progressOf(view)} />
          ) : null}
        </td>
      );
    case 'rate':
      return (
        <Cell text={active && view.rate > 0 ? t('perSecond', { size: formatSize(view.rate, locale) }) : ''} number />
      );
    case 'timeLeft':
      return <Cell text={active && view.remainingMs !== null ? formatDuration(view.remainingMs, locale) : ''} number />;
    case 'priority':
      return <Cell text={t(`priority.${view.priority}`)} />;
    case 'tries':
      return <Cell text={view.tries === 0 ? '' : formatCount(view.tries, locale)} number />;
    case 'added':
      return <Moment ms={view.addedMs} locale={locale} />;
    case 'finished':
      return <Moment ms={view.finishedMs} locale={locale} />;
    case 'verified':
      return <Cell text={verifiedWords(view.verifiedBy, t('bySize'))} />;
    case 'state':
      return <StateCell view={view} />;
  }
};

/** How what arrived was compared: a checksum goes by the name that everybody knows it by. */
const verifiedWords = (verifiedBy: string | null, bySize: string): string =>
  verifiedBy === 'size' ? bySize : (verifiedBy ?? '');

const Moment = ({ ms, locale }: { readonly ms: number | null; readonly locale: string }) =>
  ms === null ? (
    <Cell text="" />
  ) : (
    <Cell text={formatMoment(ms, locale, Date.now())} title={formatMomentFully(ms, locale)} />
  );

interface CellProps {
  readonly text: string;
  readonly title?: string;
  readonly number?: boolean;
}

/** Drawn again only where its text is another: of a row that moves most cells say what they said. */
const Cell = memo(({ text, title, number = false }: CellProps) => (
  <td className={number ? styles.number : styles.words} title={title}>
    {text}
  </td>
));
