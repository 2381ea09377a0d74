import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Row } from '../../state/listing/listing-table.ts';
import type { PaneState } from '../../state/panes.ts';
import { ROW_HEIGHT } from './row-height.ts';

/**
 * Keeps what one is looking at where it is while further rows sort themselves in above it. At the very top nothing is
 * held: there the first rows of the folder belong. Another folder, or another sort, begins at the top.
 */
export const useScrollAnchor = (scroller: RefObject<HTMLElement | null>, pane: PaneState): void => {
  const anchor = useRef<{ row: Row; offset: number } | null>(null);
  const { table, order, sort } = pane;
  const before = useRef({ table, sort });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const sameList = before.current.table === table && before.current.sort === sort;
    before.current = { table, sort };
    if (!sameList) {
      anchor.current = null;
      return;
    }
    const held = anchor.current;
    if (!held || element.scrollTop < ROW_HEIGHT) return;
    const position = order.indexOf(held.row);
    if (position >= 0) element.scrollTop = position * ROW_HEIGHT + held.offset;
  }, [scroller, table, order, sort]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const remember = (): void => {
      const position = Math.floor(element.scrollTop / ROW_HEIGHT);
      const row = order[position];
      anchor.current = row === undefined ? null : { row, offset: element.scrollTop - position * ROW_HEIGHT };
    };
    remember();
    // Before the rows of the new place are made: asked for after that, the position would cost a layout of its own.
    const early = { passive: true, capture: true };
    element.addEventListener('scroll', remember, early);
    return () => element.removeEventListener('scroll', remember, early);
  }, [scroller, order]);
};
