/** A hidden window paints nothing; work must not stand still for it. */
const HIDDEN_PATIENCE_MS = 100;

/** Calls back once what has been changed until now is on the screen, or after 100 ms where nothing is painted. */
export const afterPaint = (callback: () => void): void => {
  if (document.hidden) {
    setTimeout(callback, HIDDEN_PATIENCE_MS);
    return;
  }
  let called = false;
  const once = (): void => {
    if (called) return;
    called = true;
    clearTimeout(late);
    callback();
  };
  const late = setTimeout(once, HIDDEN_PATIENCE_MS);
  // The frame's callback runs before its painting; a task queued from it runs after.
  requestAnimationFrame(() => setTimeout(once, 0));
};
