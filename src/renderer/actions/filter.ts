import { paneOf, updatePane } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { rearrangePane } from './open-place.ts';

/** Opens the filter of a pane; where it is open, the keyboard goes to it. */
export const openFilter = (side: Side): void => {
  if (paneOf(side).place === null) return;
  updatePane(side, ({ filter, filterAsked }) => ({ filter: filter ?? '', filterAsked: filterAsked + 1 }));
};

/** Shows only names that hold `text`. What is no longer shown is no longer selected. */
export const filterPane = (side: Side, text: string): void => {
  updatePane(side, () => ({ filter: text }));
  rearrangePane(side);
};

/** Shows everything again. */
export const closeFilter = (side: Side): void => {
  const { filter } = paneOf(side);
  updatePane(side, () => ({ filter: null }));
  if (filter !== null && filter !== '') rearrangePane(side);
};
