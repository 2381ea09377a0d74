import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { application } from '../../state/application.ts';
import { layout } from '../../state/layout.ts';
import { activatePane, type PaneState } from '../../state/panes.ts';
import type { Side } from '../../state/place.ts';
import { classNames } from '../../ui/class-names.ts';
import { ContextMenu, type MenuPoint } from '../../ui/context-menu.tsx';
import type { MenuEntry } from '../../ui/menu-items.tsx';
import { useElementWidth } from '../../ui/use-element-width.ts';
import { paneMenu } from '../pane-menu.ts';
import { paneRole } from '../source/pane-role.ts';
import { columnTemplate, fittingColumns } from './columns.ts';
import { DropHint } from './drop-hint.tsx';
import styles from './file-grid.module.css';
import { GridHeader } from './grid-header.tsx';
import { gridKeyHandler } from './grid-key-handler.ts';
import { GridRow, rowId } from './grid-row.tsx';
import { ROW_HEIGHT } from './row-height.ts';
import { useAskedFocus } from './use-asked-focus.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const NO_ENTRIES: readonly MenuEntry[] = [];

interface FileGridProps {
  readonly side: Side;
  readonly pane: PaneState;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onEditPath: () => void;
}

/** The entries of a folder as rows, of which only those on the screen exist. */
export const FileGrid = ({ side, pane, grid, onEditPath }: FileGridProps) => {
  const { t } = useTranslation('browse');
  const locale = useStore(application, (state) => state.formatLocale);
  const widths = useStore(layout, (state) => state.columns[side]);
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const { order, selection } = pane;
  const activePosition = selection.active === null ? -1 : order.indexOf(selection.active);

  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The header stays on top of the scroller and would hide the first row scrolled to.
    scrollPaddingStart: ROW_HEIGHT,
    scrollMargin: ROW_HEIGHT,
    // aria-activedescendant must name an element that is there, wherever one has scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return activePosition < 0 || shown.includes(activePosition) ? shown : [...shown, activePosition];
    },
  });

  const columns = fittingColumns(useElementWidth(grid), widths);
  const template = columnTemplate(columns, widths);
  const drag = useGridDrag(side);
  const pointer = useGridPointer(side);
  useScrollAnchor(grid, pane);
  useAskedFocus(grid, pane.focusAsked);

  const { revealed } = pane;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revealed` asks for it; a moved row alone must not scroll
  useEffect(() => {
    if (activePosition >= 0) virtualizer.scrollToIndex(activePosition);
  }, [revealed]);

  const closeMenu = useCallback((): void => setMenuAt(null), []);
  const openMenuAtActive = (): void => {
    const active = selection.active === null ? null : document.getElementById(rowId(side, selection.active));
    const box = (active ?? grid.current)?.getBoundingClientRect();
    if (box) setMenuAt({ x: box.left + 32, y: active ? box.bottom : box.top + ROW_HEIGHT });
  };
  const onKeyDown = gridKeyHandler({
    side,
    pageRows: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    openMenu: openMenuAtActive,
    editPath: onEditPath,
  });

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one */}
      <div
        ref={grid}
        role="grid"
        aria-label={t(`grid.${paneRole(side, pane.source)}`)}
        aria-multiselectable
        aria-rowcount={pane.status === 'loading' ? -1 : order.length + 1}
        aria-busy={pane.status === 'loading'}
        aria-activedescendant={
          selection.active === null || activePosition < 0 ? undefined : rowId(side, selection.active)
        }
        tabIndex={0}
        className={classNames(styles.grid, drag.target === 'pane' && styles.dropTarget)}
        onFocus={() => activatePane(side)}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          // The ContextMenu key arrives here too, without a place of its own.
          if (event.button === 2) setMenuAt({ x: event.clientX, y: event.clientY });
        }}
        {...pointer}
        {...drag.handlers}
      >
        <GridHeader side={side} sort={pane.sort} columns={columns} widths={widths} template={template} />
        <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = order[item.index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={row}
                side={side}
                table={pane.table}
                row={row}
                position={item.index}
                top={item.start - ROW_HEIGHT}
                selected={selection.rows.has(row)}
                active={selection.active === row}
                dropTarget={drag.target === row}
                renaming={pane.renaming === row}
                columns={columns}
                template={template}
                locale={locale}
                t={t}
              />
            );
          })}
        </div>
      </div>
      {drag.drop === null ? null : <DropHint drop={drag.drop} />}
      <ContextMenu at={menuAt} entries={menuAt === null ? NO_ENTRIES : paneMenu(side, t)} onClose={closeMenu} />
    </>
  );
};
