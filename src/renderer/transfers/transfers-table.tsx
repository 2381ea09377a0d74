import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { moveToTransfer, showTransferRows } from '../actions/transfers.ts';
import { isSelected, selectOne, toggleOne } from '../state/transfer-selection.ts';
import { selectTransfers, transferAt, transfers } from '../state/transfers.ts';
import type { MenuPoint } from '../ui/context-menu.tsx';
import { ContextMenu } from '../ui/context-menu.tsx';
import { obeyKey } from './obey-key.ts';
import { TRANSFER_COLUMNS } from './transfer-columns.ts';
import { TransferRow } from './transfer-row.tsx';
import { keyMeaning } from './transfers-keys.ts';
import styles from './transfers-table.module.css';
import { useTransferCommands } from './use-transfer-commands.ts';

/** Pixels of one row, the same as in the style sheet. */
const ROW_HEIGHT = 28;
/** Pixels of the column headers, which stay in sight above the rows. */
const HEAD_HEIGHT = 24;

/** Every transfer as a row; only the rows on the screen are read and drawn. */
export const TransfersTable = () => {
  const { t } = useTranslation('transfers');
  const state = useStore(transfers);
  const { summary, selection } = state;
  const commands = useTransferCommands();
  const scroller = useRef<HTMLDivElement>(null);
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const focused = Math.min(selection.focus ?? 0, summary.count - 1);
  const rows = useVirtualizer({
    count: summary.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // The row with the focus stays in the page, or the focus would be lost when it scrolls away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focused < 0 || shown.includes(focused) ? shown : [...shown, focused].sort((a, b) => a - b);
    },
  });
  // Asked for first: it is what brings the range up to date.
  const items = rows.getVirtualItems();
  const first = rows.range?.startIndex ?? 0;
  const count = (rows.range?.endIndex ?? -1) - first + 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the queue is what makes the rows stale
  useEffect(() => {
    if (count > 0) showTransferRows(Math.max(0, first - 8), count + 16);
  }, [first, count, summary.version]);

  // The fault of the row shows below and takes room: the row itself must stay in sight.
  const faulted = transferAt(state, focused)?.fault !== null;
  useEffect(() => {
    if (faulted && focused >= 0) rows.scrollToIndex(focused);
  }, [faulted, focused, rows]);

  const focusRow = async (index: number, extend: boolean): Promise<void> => {
    await moveToTransfer(index, extend);
    rows.scrollToIndex(index);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const meaning = keyMeaning(event, { focus: focused, count: summary.count, page });
    if (!meaning) return;
    event.preventDefault();
    if (meaning.kind === 'move') void focusRow(meaning.to, meaning.extend);
    else if (meaning.kind === 'menu') setMenuAt(besideRow(event.target));
    else obeyKey(meaning.kind, commands);
  };

  const onClick = (event: MouseEvent, index: number): void => {
    const row = transferAt(state, index);
    if (!row) return;
    if (event.shiftKey) void moveToTransfer(index, true);
    else if (event.ctrlKey || event.metaKey) selectTransfers(toggleOne(selection, index, row.id));
    else selectTransfers(selectOne(index, row.id));
  };

  const onContextMenu = (event: MouseEvent, index: number): void => {
    event.preventDefault();
    const row = transferAt(state, index);
    if (row && !isSelected(selection, row.id)) selectTransfers(selectOne(index, row.id));
    setMenuAt({ x: event.clientX, y: event.clientY });
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows inside, which have the focus */}
      <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
        <table aria-label={t('name')} aria-rowcount={summary.count + 1} className={styles.table}>
          <thead className={styles.head}>
            <tr aria-rowindex={1} className={styles.row}>
              {TRANSFER_COLUMNS.map((column) => (
                <th key={column} scope="col" className={styles[column]}>
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={styles.body} style={{ height: summary.count * ROW_HEIGHT }}>
            {items.map((item) => {
              const view = transferAt(state, item.index);
              return (
                <TransferRow
                  key={item.key}
                  index={item.index}
                  top={item.start - HEAD_HEIGHT}
                  view={view}
                  selected={view !== undefined && isSelected(selection, view.id)}
                  focusable={item.index === focused}
                  onClick={onClick}
                  onContextMenu={onContextMenu}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <ContextMenu
        at={menuAt}
        onClose={() => setMenuAt(null)}
        entries={commands.map(({ command, icon, label, shortcut, disabled, run }) => ({
          kind: 'item',
          id: command,
          icon,
          label,
          shortcut,
          disabled,
          onChoose: run,
        }))}
      />
    </>
  );
};

const besideRow = (target: EventTarget): MenuPoint => {
  const { left, bottom } = (target as Element).getBoundingClientRect();
  return { x: left + 24, y: bottom };
};
