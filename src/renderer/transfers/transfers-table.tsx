import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TransferList } from '#shared/model/transfer.ts';
import { moveToTransfer } from '../actions/show-transfers.ts';
import { hideTransferRows, showTransferRows } from '../actions/transfer-rows.ts';
import { layout } from '../state/layout.ts';
import { isSelected, selectOne, toggleOne } from '../state/transfer-selection.ts';
import { focusedTransfer, selectTransfers, shownView, transferAt, transfers } from '../state/transfers.ts';
import { classNames } from '../ui/class-names.ts';
import { ContextMenu, type MenuPoint } from '../ui/context-menu.tsx';
import { useElementWidth } from '../ui/use-element-width.ts';
import { useTallRows } from '../ui/use-tall-rows.ts';
import { fittingTransferColumns, transferTemplate } from './fitting-columns.ts';
import { obeyKey } from './obey-key.ts';
import { TableHeader } from './table-header.tsx';
import { TransferRow } from './transfer-row.tsx';
import { keyMeaning } from './transfers-keys.ts';
import styles from './transfers-table.module.css';
import { useColumnsMenu } from './use-columns-menu.ts';
import { useReorderDrag } from './use-reorder-drag.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useTransferCommands } from './use-transfer-commands.ts';
import { useTransferMenu } from './use-transfer-menu.ts';
import { useViewScroll } from './use-view-scroll.ts';

/** Pixels of one row, the same as in the style sheet. */
const ROW_HEIGHT = 28;
/** Pixels of the column headers, which stay in sight above the rows. */
const HEAD_HEIGHT = 24;
/** Rows beyond the edges that are there before they come in sight. */
const BEYOND = 8;
/** Rows are read in blocks of so many, so that not every step of a scroll asks main. */
const BLOCK = 16;

interface OpenMenu {
  readonly at: MenuPoint;
  readonly of: 'rows' | 'columns';
}

/** One list of transfers, a row each; only the rows on the screen are read and drawn. */
export const TransfersTable = ({ list }: { readonly list: TransferList }) => {
  const { t } = useTranslation('transfers');
  const view = useStore(transfers, (state) => state.views[list]);
  const wanted = useStore(layout, (state) => state.transferColumns);
  const { query, total, selection } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const rows = useTallRows({
    scroller,
    count: total,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    startTop: view.scrollTop,
  });
  const reorder = useReorderDrag({ scroller, rows, rowHeight: ROW_HEIGHT, headHeight: HEAD_HEIGHT });
  const width = useElementWidth(scroller);
  const columns = useMemo(() => fittingTransferColumns(list, width, wanted), [list, width, wanted]);
  const template = transferTemplate(list, columns, wanted.widths);
  const commands = useTransferCommands();
  const columnsMenu = useColumnsMenu(columns);
  const focused = Math.min(selection.focus ?? 0, total - 1);
  const offset = Math.max(0, rows.first - BEYOND);
  const last = Math.min(total - 1, rows.last + BEYOND);

  const readFrom = offset - (offset % BLOCK);
  // At least one block, so that a list that was empty is read at all.
  const readTo = (Math.floor(Math.max(last, readFrom) / BLOCK) + 1) * BLOCK;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is read of the same rows
  useEffect(() => showTransferRows(readFrom, readTo - readFrom), [readFrom, readTo, query]);
  useEffect(() => hideTransferRows, []);

  useViewScroll(list, query, rows);
  const focusRow = useRowFocus({ scroller, focused, detailed: focusedTransfer(view)?.id, rows });

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const meaning = keyMeaning(event, { focus: focused, count: total, page });
    if (!meaning) return;
    event.preventDefault();
    event.stopPropagation();
    if (meaning.kind === 'move') void moveToTransfer(meaning.to, meaning.extend).then(() => focusRow(meaning.to));
    else if (meaning.kind === 'menu') setMenu({ at: besideRow(event.target), of: 'rows' });
    else obeyKey(meaning, commands);
  };

  const onContextMenu = useCallback((event: MouseEvent, index: number): void => {
    event.preventDefault();
    const shown = shownView(transfers.getState());
    const row = transferAt(shown, index);
    if (row && !isSelected(shown.selection, row.id)) selectTransfers(selectOne(index, row.id));
    setMenu({ at: { x: event.clientX, y: event.clientY }, of: 'rows' });
  }, []);

  const closeMenu = useCallback((): void => setMenu(null), []);

  const drawn = Array.from({ length: Math.max(0, last - offset + 1) }, (_, step) => offset + step);
  // The row with the focus stays in the page, or the focus would be lost when it scrolls away.
  if (focused >= 0 && !drawn.includes(focused)) drawn.push(focused);

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows inside, which have the focus */}
      <div
        ref={scroller}
        className={classNames(styles.scroller, reorder.markAt !== null && styles.reordering)}
        onKeyDown={onKeyDown}
      >
        <table aria-label={t('name')} aria-rowcount={total + 1} className={styles.table}>
          <TableHeader
            list={list}
            sort={query.sort}
            columns={columns}
            template={template}
            onMenu={(at) => setMenu({ at, of: 'columns' })}
          />
          <tbody className={styles.body} style={{ height: rows.bodyHeight }}>
            {drawn.map((index) => {
              const row = transferAt(view, index);
              return (
                <TransferRow
                  key={index}
                  index={index}
                  top={index * ROW_HEIGHT + rows.shift}
                  view={row}
                  columns={columns}
                  template={template}
                  selected={row !== undefined && isSelected(selection, row.id)}
                  focusable={index === focused}
                  onClick={selectByClick}
                  onContextMenu={onContextMenu}
                  onPointerDown={reorder.onPointerDown}
                />
              );
            })}
            {reorder.markAt === null ? null : (
              <tr
                aria-hidden
                className={styles.mark}
                style={{ transform: `translateY(${reorder.markAt * ROW_HEIGHT + rows.shift}px)` }}
              />
            )}
          </tbody>
        </table>
      </div>
      <ContextMenu at={pointOf(menu, 'rows')} onClose={closeMenu} entries={useTransferMenu} />
      <ContextMenu at={pointOf(menu, 'columns')} onClose={closeMenu} entries={columnsMenu} />
    </>
  );
};

const pointOf = (menu: OpenMenu | null, of: OpenMenu['of']): MenuPoint | null => (menu?.of === of ? menu.at : null);

/** The one that is clicked; with Shift all up to it, with Ctrl or Cmd it besides the others. */
const selectByClick = (event: MouseEvent, index: number): void => {
  const shown = shownView(transfers.getState());
  const row = transferAt(shown, index);
  if (!row) return;
  if (event.shiftKey) void moveToTransfer(index, true);
  else if (event.ctrlKey || event.metaKey) selectTransfers(toggleOne(shown.selection, index, row.id));
  else selectTransfers(selectOne(index, row.id));
};

const besideRow = (target: EventTarget): MenuPoint => {
  const { left, bottom } = (target as Element).getBoundingClientRect();
  return { x: left + 24, y: bottom };
};
