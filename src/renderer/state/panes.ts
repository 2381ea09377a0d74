import { createStore } from 'zustand/vanilla';
import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { NO_HISTORY, type PlaceHistory } from './history.ts';
import { ListingTable, type Row } from './listing/listing-table.ts';
import type { Sort } from './listing/row-order.ts';
import { NOTHING_SELECTED, type Selection } from './listing/selection.ts';
import {
  type LastPlaces,
  type Place,
  rememberPlace,
  type Side,
  type Source,
  sessionIdOf,
  THIS_COMPUTER,
} from './place.ts';

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
  /** What it shows, or will as soon as that is connected; null: nothing. */
  readonly source: Source | null;
  /** The folder of it; null until the first is opened. */
  readonly place: Place | null;
  readonly lastPlaces: LastPlaces;
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
  /** What names have to hold to be shown; null: no filter is open. It goes with the folder. */
  readonly filter: string | null;
  readonly selection: Selection;
  /** Grows when the active row is to be scrolled into view. */
  readonly revealed: number;
  /** Grows when the grid should take the focus. */
  readonly focusAsked: number;
  /** Grows when the filter should take the focus. */
  readonly filterAsked: number;
  /** The row whose name is being edited. */
  readonly renaming: Row | null;
}

export interface PanesState {
  readonly left: PaneState;
  readonly right: PaneState;
  /** The pane that has or last had the focus: what the menu's commands are about. */
  readonly active: Side;
  /** The pane whose menu of sources is open. */
  readonly choosing: Side | null;
}

export const ALL_UNDERSTOOD: NotUnderstood = { count: 0, lines: [] };

/** What a pane shows while no session is chosen for it: files go from this computer on the left to a server. */
export const RESTING_SOURCE: Readonly<Record<Side, Source | null>> = { left: THIS_COMPUTER, right: null };

const emptyPane = (source: Source | null): PaneState => ({
  source,
  place: null,
  lastPlaces: [],
  history: NO_HISTORY,
  table: new ListingTable(),
  order: new Uint32Array(0),
  status: 'empty',
  received: 0,
  fault: null,
  notUnderstood: ALL_UNDERSTOOD,
  sort: { column: 'name', descending: false },
  filter: null,
  selection: NOTHING_SELECTED,
  revealed: 0,
  focusAsked: 0,
  filterAsked: 0,
  renaming: null,
});

export const panes = createStore<PanesState>()(() => ({
  left: emptyPane(RESTING_SOURCE.left),
  right: emptyPane(RESTING_SOURCE.right),
  active: 'left',
  choosing: null,
}));

export const paneOf = (side: Side): PaneState => panes.getState()[side];

/** Changes one pane; what `change` leaves out stays. */
export const updatePane = (side: Side, change: (pane: PaneState) => Partial<PaneState>): void =>
  panes.setState((state) => {
    const pane = { ...state[side], ...change(state[side]) };
    return side === 'left' ? { left: pane } : { right: pane };
  });

export const activatePane = (side: Side): void => {
  if (panes.getState().active !== side) panes.setState({ active: side });
};

/** Opens or closes the menu of what a pane can show. */
export const chooseSourceOf = (side: Side | null): void => panes.setState({ choosing: side });

/** Turns a pane to a source of which nothing is read yet. The folder it leaves is remembered. */
export const turnPane = (side: Side, source: Source | null): void =>
  updatePane(side, ({ place, lastPlaces, sort, focusAsked }) => ({
    ...emptyPane(source),
    lastPlaces: rememberPlace(lastPlaces, place),
    sort,
    focusAsked,
  }));

/**
 * The session that everything around the panes is about (the window's title, the transcript, Disconnect): that of the
 * pane that last had the focus, or where it shows this computer, the other's. Main may not know it yet.
 */
export const currentSessionId = (state: PanesState): SessionId | null =>
  sessionIdOf(state[state.active].source) ?? sessionIdOf(state.right.source) ?? sessionIdOf(state.left.source);

/** Leads the keyboard to the files of a pane. */
export const focusGrid = (side: Side): void => updatePane(side, ({ focusAsked }) => ({ focusAsked: focusAsked + 1 }));
