import { useEffect } from 'react';

/** What Esc closes first. */
const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** While `active`, Esc anywhere in the window does this, unless it closes a dialog or a menu or has a use of its own. */
export const useEscape = (active: boolean, onEscape: () => Promise<void>): void => {
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(ABOVE) !== null) return;
      void onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active, onEscape]);
};
