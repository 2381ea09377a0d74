import { useEffect, useRef } from 'react';

/**
 * Keeps what is being transferred in sight until the person looks elsewhere; the next time the queue gets busy it is
 * followed again.
 *
 * @param firstUnfinished where in the queue the work stands
 * @param show brings a row to the top of the table
 * @returns to be called when the person scrolls, clicks or types in the table
 */
export const useFollowing = (busy: boolean, firstUnfinished: number, show: (index: number) => void): (() => void) => {
  const held = useRef(false);
  useEffect(() => {
    if (busy) held.current = false;
  }, [busy]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is a new function at every drawing
  useEffect(() => {
    // One finished row stays above, so that the list does not seem to begin there.
    if (busy && !held.current) show(Math.max(0, firstUnfinished - 1));
  }, [busy, firstUnfinished]);
  return () => {
    held.current = true;
  };
};
