import { displayName } from '#shared/ftp/pathname.ts';
import type { Row } from './listing-table.ts';

/** What was typed so far, and when. */
export interface Typed {
  readonly text: string;
  readonly atMs: number;
}

export const NOTHING_TYPED: Typed = { text: '', atMs: 0 };

/** After so long without a key the next one begins a new word. */
const PAUSE_MS = 1_000;

/** One more key: it goes on with the word, or begins one after a pause. */
export const typeKey = (typed: Typed, key: string, nowMs: number): Typed => ({
  text: nowMs - typed.atMs < PAUSE_MS ? typed.text + key : key,
  atMs: nowMs,
});

/** Text as it is compared where case and ways of writing an accent do not count. */
export const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase();

/**
 * The row whose name begins with what was typed, looked for from the active row on and round. The same key again and
 * again steps through the names that begin with it.
 */
export const findTyped = (
  order: Uint32Array,
  names: readonly string[],
  active: Row | null,
  typed: string,
): Row | null => {
  if (typed === '' || order.length === 0) return null;
  const text = folded(typed);
  const repeated = [...text].every((letter) => letter === text[0]);
  const start = Math.max(0, active === null ? 0 : order.indexOf(active));
  const begins = (row: Row, prefix: string): boolean => folded(displayName(names[row] ?? '')).startsWith(prefix);
  const search = (prefix: string, from: number): Row | null => {
    for (let step = 0; step < order.length; step += 1) {
      const row = order[(from + step) % order.length] ?? 0;
      if (begins(row, prefix)) return row;
    }
    return null;
  };
  // A longer word may still fit the row it stands on; a first or repeated letter goes on to the next.
  const found = text.length > 1 ? search(text, start) : null;
  if (found !== null || !repeated) return found;
  return search(text.slice(0, 1), active === null ? 0 : start + 1);
};
