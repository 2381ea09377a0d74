import { type RefObject, useEffect } from 'react';

/** Where somebody is at work: among files, in a question, in a menu. */
const BUSY = 'main, [role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * Moves the focus to the grid when it was asked for, unless the person has gone elsewhere meanwhile.
 * @param asked a number that grows with every asking; 0: never asked
 */
export const useAskedFocus = (grid: RefObject<HTMLElement | null>, asked: number): void => {
  useEffect(() => {
    if (asked === 0 || document.activeElement?.closest(BUSY)) return;
    grid.current?.focus({ preventScroll: true });
  }, [grid, asked]);
};
