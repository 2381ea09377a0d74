import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { canReorder, moveSelected } from '../actions/reorder-transfers.ts';
import { isSelected, selectOne } from '../state/transfer-selection.ts';
import { selectTransfers, shownView, transferAt, transfers } from '../state/transfers.ts';
import type { TallRows } from '../ui/use-tall-rows.ts';

/** Pixels that a pressed pointer may tremble without dragging anything. */
const TREMOR = 5;
/** Within so many pixels of an edge the rows scroll on, the faster the nearer. */
const EDGE = 20;
const FASTEST = 14;

interface ReorderOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: TallRows;
  readonly rowHeight: number;
  readonly headHeight: number;
}

/** A row pressed, and once it was dragged where it is. */
interface Drag {
  readonly pointerId: number;
  readonly index: number;
  readonly startY: number;
  y: number;
  moving: boolean;
}

/**
 * Dragging the selected rows to another place in the queue by pointer. Esc gives it up; a finger scrolls instead.
 * `markAt` is the row before which they would go; null while nothing is dragged.
 */
export const useReorderDrag = (options: ReorderOptions) => {
  const [markAt, setMarkAt] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const latest = useRef(options);
  latest.current = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes is read from `latest`
  useEffect(() => {
    const element = options.scroller.current;
    if (!element) return;
    let frame = 0;
    const target = (y: number): number => {
      const { rows, rowHeight, headHeight } = latest.current;
      const inContent = y - element.getBoundingClientRect().top - headHeight + rows.contentTop();
      const { total } = shownView(transfers.getState());
      return Math.max(0, Math.min(total, Math.round(inContent / rowHeight)));
    };
    const scrollOn = (): void => {
      const { current } = drag;
      if (!current?.moving) return;
      const box = element.getBoundingClientRect();
      const above = box.top + latest.current.headHeight + EDGE - current.y;
      const below = current.y - (box.bottom - EDGE);
      const pixels = above > 0 ? -speed(above) : below > 0 ? speed(below) : 0;
      if (pixels !== 0) latest.current.rows.scrollBy(pixels);
      setMarkAt(target(current.y));
      frame = requestAnimationFrame(scrollOn);
    };
    const end = (): void => {
      cancelAnimationFrame(frame);
      drag.current = null;
      setMarkAt(null);
    };
    const onMove = (event: globalThis.PointerEvent): void => {
      const { current } = drag;
      if (current?.pointerId !== event.pointerId) return;
      current.y = event.clientY;
      if (current.moving || Math.abs(current.y - current.startY) < TREMOR) return;
      if (!take(current.index)) {
        end();
        return;
      }
      current.moving = true;
      // From here on the row under the pointer is not clicked.
      element.setPointerCapture(event.pointerId);
      scrollOn();
    };
    const onUp = (event: globalThis.PointerEvent): void => {
      const { current } = drag;
      if (current?.pointerId !== event.pointerId) return;
      if (current.moving) void moveSelected(target(event.clientY));
      end();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drag.current?.moving) return;
      event.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
    return () => {
      end();
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);

  const onPointerDown = useCallback((event: PointerEvent, index: number): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    drag.current = { pointerId: event.pointerId, index, startY: event.clientY, y: event.clientY, moving: false };
  }, []);
  return { markAt, onPointerDown };
};

const speed = (depth: number): number => Math.min(FASTEST, 2 + depth / 2);

/** Selects the row that is dragged where it is not among the selected ones. @returns whether rows can be put elsewhere */
const take = (index: number): boolean => {
  const view = shownView(transfers.getState());
  const row = transferAt(view, index);
  if (!row) return false;
  if (!isSelected(view.selection, row.id)) selectTransfers(selectOne(index, row.id));
  return canReorder(shownView(transfers.getState()));
};
