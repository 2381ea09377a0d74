import { createStore } from 'zustand/vanilla';
import type { Fault } from '#shared/fault.ts';
import { NO_HISTORY, type PlaceHistory } from './history.ts';
import { ListingTable, type Row } from './listing/listing-table.ts';
import type { Sort } from './listing/row-order.ts';
import { NOTHING_SELECTED, type Selection } from './listing/selection.ts';
import type { Place, Side } from './place.ts';

/**
 * - `empty`: nothing is shown, nothing was asked for
 * - `loading`: the first listing of this place is arriving; rows show as they come
 * - `refreshing`: the old rows stand until the new listing is whole
 * - `complete`: the server or disk said that this is all
 * - `faulted`: it broke off; what came before stands
 */
export type ListingStatus = 'empty' | 'loading' | 'refreshing' | 'complete' | 'faulted';

export interface NotUnderstood {
  readonly count: number;
  readonly lines: readonly string[];
}

export interface PaneState {
  readonly place: Place | null;
  readonly history: PlaceHistory;
  readonly table: ListingTable;
  /** The rows shown, in the order they are shown; a new array whenever something changed. */
  readonly order: Uint32Array;
  readonly status: ListingStatus;
  /** Entries that have come of the listing under way. */
  readonly received: number;
  readonly fault: Fault | null;
  /** Lines of the listing that no format understood. */
  readonly notUnderstood: NotUnderstood;
  readonly sort: Sort;
  readonly selection: Selection;
  /** Grows when the active row is to be scrolled into view. */
  readonly revealed: number;
  /** Grows when the grid should take the focus. */
  readonly focusAsked: number;
  /** The row whose name is being edited. */
  readonly renaming: Row | null;
}

export interface PanesState {
  readonly local: PaneState;
  readonly remote: PaneState;
  /** The pane that has or last had the focus: what the menu's commands are about. */
  readonly active: Side;
}

export const ALL_UNDERSTOOD: NotUnderstood = { count: 0, lines: [] };

const emptyPane = (): PaneState => ({
  place: null,
  history: NO_HISTORY,
  table: new ListingTable(),
  order: new Uint32Array(0),
  status: 'empty',
  received: 0,
  fault: null,
  notUnderstood: ALL_UNDERSTOOD,
  sort: { column: 'name', descending: false },
  selection: NOTHING_SELECTED,
  revealed: 0,
  focusAsked: 0,
  renaming: null,
});

export const panes = createStore<PanesState>()(() => ({ local: emptyPane(), remote: emptyPane(), active: 'local' }));

export const paneOf = (side: Side): PaneState => panes.getState()[side];

/** Changes one pane; what `change` leaves out stays. */
export const updatePane = (side: Side, change: (pane: PaneState) => Partial<PaneState>): void =>
  panes.setState((state) => {
    const pane = { ...state[side], ...change(state[side]) };
    return side === 'local' ? { local: pane } : { remote: pane };
  });

export const activatePane = (side: Side): void => {
  if (panes.getState().active !== side) panes.setState({ active: side });
};

/** Takes a pane back to showing nothing: its session is gone. */
export const clearPane = (side: Side): void =>
  updatePane(side, ({ sort, focusAsked }) => ({ ...emptyPane(), sort, focusAsked }));

/** Leads the keyboard to the files of a pane. */
export const focusGrid = (side: Side): void => updatePane(side, ({ focusAsked }) => ({ focusAsked: focusAsked + 1 }));
