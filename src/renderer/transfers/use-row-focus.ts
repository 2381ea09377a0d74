import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { TransferId } from '#shared/model/transfer.ts';
import { transfers } from '../state/transfers.ts';
import type { TallRows } from '../ui/use-tall-rows.ts';

interface RowFocusOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** The row that has or would have the focus; -1: there is none. */
  readonly focused: number;
  /** The transfer that more is told of below. */
  readonly detailed: TransferId | undefined;
  readonly rows: TallRows;
}

/** Keeps the row with the focus in sight where something was done with it. Answers how to give a row the focus. */
export const useRowFocus = ({ scroller, focused, detailed, rows }: RowFocusOptions): ((index: number) => void) => {
  const revealed = useStore(transfers, (state) => state.revealed);
  const latest = useRef({ rows, focused });
  latest.current = { rows, focused };

  const elementOf = (index: number): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;

  // What is told of it stands below and takes room; and it may have been put elsewhere.
  const told = useRef({ detailed, revealed });
  useEffect(() => {
    const { detailed: detailedBefore, revealed: revealedBefore } = told.current;
    told.current = { detailed: detailed ?? detailedBefore, revealed };
    const isAsked = revealed !== revealedBefore || (detailed !== undefined && detailed !== detailedBefore);
    if (isAsked && latest.current.focused >= 0) latest.current.rows.reveal(latest.current.focused);
  }, [detailed, revealed]);

  // Asked while the rows of before are still there: the last one takes the focus along when it goes. What is left to
  // have it then is the list.
  const hasFocus = scroller.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (focused >= 0 || !hasFocus) return;
    if (document.activeElement === document.body) {
      scroller.current?.closest<HTMLElement>('[role="tabpanel"]')?.focus();
    }
  });

  // The focus goes with its transfer when that comes to stand in another row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the row counts
  useLayoutEffect(() => {
    const active = document.activeElement;
    const inRow = active instanceof HTMLElement && active.dataset['index'] !== undefined;
    if (inRow && scroller.current?.contains(active)) elementOf(focused)?.focus({ preventScroll: true });
  }, [focused]);

  return (index) => {
    rows.reveal(index);
    // The row is drawn with the next state of the table at the latest.
    requestAnimationFrame(() => elementOf(index)?.focus({ preventScroll: true }));
  };
};
