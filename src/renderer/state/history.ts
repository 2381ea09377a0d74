import { type Place, samePlace } from './place.ts';

/** Where a pane was; the newest of `back` is last, the next of `forward` is last. */
export interface PlaceHistory {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
}

export const NO_HISTORY: PlaceHistory = { back: [], forward: [] };

/** More than anybody goes back, and a bound. */
const KEPT = 100;

/** Goes from `current` to a new place: it can be gone back to, and what was ahead is given up. */
export const visit = (history: PlaceHistory, current: Place | null, next: Place): PlaceHistory => {
  if (current === null || samePlace(current, next)) return history;
  return { back: [...history.back, current].slice(-KEPT), forward: [] };
};

/** One step back: the place and the history there; null where there is none. */
export const goBack = (
  history: PlaceHistory,
  current: Place | null,
): { place: Place; history: PlaceHistory } | null => {
  const place = history.back.at(-1);
  if (!place) return null;
  return { place, history: { back: history.back.slice(0, -1), forward: pushed(history.forward, current) } };
};

/** One step forward again. */
export const goForward = (
  history: PlaceHistory,
  current: Place | null,
): { place: Place; history: PlaceHistory } | null => {
  const place = history.forward.at(-1);
  if (!place) return null;
  return { place, history: { back: pushed(history.back, current), forward: history.forward.slice(0, -1) } };
};

const pushed = (places: readonly Place[], place: Place | null): readonly Place[] =>
  place === null ? places : [...places, place].slice(-KEPT);
