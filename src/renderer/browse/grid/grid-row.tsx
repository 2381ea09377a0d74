import type { TFunction } from 'i18next';
import { PenLine, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { displayName, hasEscapedBytes, isSafeName } from '#shared/ftp/pathname.ts';
import { formatCount, formatSize } from '../../format/format-size.ts';
import { formatTime, formatTimeFully } from '../../format/format-time.ts';
import { application } from '../../state/application.ts';
import type { ListedEntry, ListingTable, Row } from '../../state/listing/listing-table.ts';
import { paneOf } from '../../state/panes.ts';
import type { Side } from '../../state/place.ts';
import { classNames } from '../../ui/class-names.ts';
import { fileIcon } from '../format/file-icon.ts';
import { otherName } from '../format/other-name.ts';
import type { SizedColumn } from './columns.ts';
import styles from './grid-row.module.css';
import { RenameField } from './rename-field.tsx';

export interface GridRowProps {
  readonly side: Side;
  readonly table: ListingTable;
  readonly row: Row;
  /** Its place among the rows shown, from 0. */
  readonly position: number;
  /** Pixels from the top of the first row. */
  readonly top: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly dropTarget: boolean;
  readonly renaming: boolean;
  readonly columns: readonly SizedColumn[];
  readonly template: string;
  readonly locale: string;
  /** Given in once for all rows: a hook in every cell would cost more than drawing it. */
  readonly t: TFunction<'browse'>;
}

export const rowId = (side: Side, row: Row): string => `${side}-row-${row}`;

/** One entry of a listing. It never changes while its table lives, so only what is around it redraws it. */
export const GridRow = memo((props: GridRowProps) => {
  const { side, table, row, position, top, selected, active, dropTarget, renaming, columns, template, locale, t } =
    props;
  const entry = table.entry(row);
  if (entry === null) return null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this row as its active one
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one
    <div
      role="row"
      id={rowId(side, row)}
      data-row={row}
      aria-rowindex={position + 2}
      aria-selected={selected}
      draggable={!renaming}
      className={classNames(
        styles.row,
        selected && styles.selected,
        active && styles.active,
        dropTarget && styles.dropTarget,
        entry.name.startsWith('.') && styles.hiddenEntry,
      )}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      <NameCell side={side} entry={entry} renaming={renaming} t={t} />
      {columns.map((column) => (
        <DetailCell key={column} column={column} entry={entry} locale={locale} t={t} />
      ))}
    </div>
  );
});

interface NameCellProps {
  readonly side: Side;
  readonly entry: ListedEntry;
  readonly renaming: boolean;
  readonly t: TFunction<'browse'>;
}

const NameCell = ({ side, entry, renaming, t }: NameCellProps) => {
  const Icon = fileIcon(entry.type, entry.shown);
  const shown = displayName(entry.shown);
  const warning = warningOf(t, entry);
  const renamed = warning === null ? renamedWords(t, side, entry) : null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: see the row
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div
      role="gridcell"
      className={classNames(styles.cell, styles.name)}
      title={renaming ? undefined : titleOf(entry, t, warning ?? renamed)}
    >
      <Icon
        aria-hidden
        strokeWidth={1.5}
        className={classNames(styles.icon, entry.type === 'directory' && styles.folder)}
      />
      {renaming ? <RenameField side={side} entry={entry} /> : <span className={styles.label}>{shown}</span>}
      {warning === null || renaming ? null : <TriangleAlert className={styles.mark} aria-label={warning} />}
      {renamed === null || renaming ? null : <PenLine className={styles.quietMark} aria-label={renamed} />}
    </div>
  );
};

const warningOf = (t: TFunction<'browse'>, entry: ListedEntry): string | null => {
  if (!isSafeName(entry.shown)) return t('unsafeName');
  return hasEscapedBytes(entry.shown) ? t('escapedName') : null;
};

/** What it is called on the other side, where that differs. */
const renamedWords = (t: TFunction<'browse'>, side: Side, entry: ListedEntry): string | null => {
  const kind = paneOf(side).place?.kind ?? 'local';
  const other = otherName(kind, entry.shown, application.getState().info.platform);
  if (other === null) return null;
  return t(kind === 'remote' ? 'calledHere' : 'calledThere', { name: displayName(other) });
};

const titleOf = (entry: ListedEntry, t: TFunction<'browse'>, remark: string | null): string => {
  const lines = [displayName(entry.shown)];
  if (entry.target !== null) lines.push(t('linkTo', { target: displayName(entry.target) }));
  if (remark !== null) lines.push(remark);
  return lines.join('\n');
};

interface DetailCellProps {
  readonly column: SizedColumn;
  readonly entry: ListedEntry;
  readonly locale: string;
  readonly t: TFunction<'browse'>;
}

const DetailCell = ({ column, entry, locale, t }: DetailCellProps) => {
  const { text, title } = detailOf(t, column, entry, locale);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: see the row
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div role="gridcell" className={classNames(styles.cell, styles[column])} title={title}>
      {text}
    </div>
  );
};

const detailOf = (
  t: TFunction<'browse'>,
  column: SizedColumn,
  entry: ListedEntry,
  locale: string,
): { readonly text: string; readonly title: string | undefined } => {
  switch (column) {
    case 'size':
      // What a server or disk calls a folder's size is the size of its list of names, which says nothing.
      if (entry.size === null || entry.type === 'directory') return { text: '', title: undefined };
      return {
        text: formatSize(entry.size, locale),
        title: t('sizeBytes', { count: entry.size, replace: { count: formatCount(entry.size, locale) } }),
      };
    case 'modified': {
      if (entry.modified === null) return { text: '', title: undefined };
      const full = formatTimeFully(entry.modified, locale);
      const title = entry.modified.zone === 'utc' ? full : t('serverTime', { time: full });
      return { text: formatTime(entry.modified, locale, Date.now()), title };
    }
    case 'permissions':
      return { text: entry.permissions ?? '', title: ownersOf(entry) };
  }
};

const ownersOf = (entry: ListedEntry): string | undefined => {
  const owners = [entry.owner, entry.group].filter((name) => name !== null).map(displayName);
  return owners.length === 0 ? undefined : owners.join(':');
};
