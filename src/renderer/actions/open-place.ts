import i18next from 'i18next';
import type { ListingEnd } from '#shared/contract/remote-files.ts';
import { announce } from '../state/announcements.ts';
import { goBack, goForward, type PlaceHistory, visit } from '../state/history.ts';
import type { Sort } from '../state/listing/row-order.ts';
import { carryOver, NOTHING_SELECTED, restrictTo, type Selection, selectOnly } from '../state/listing/selection.ts';
import { ALL_UNDERSTOOD, paneOf, updatePane } from '../state/panes.ts';
import { type Place, type Side, samePlace, sourceOf } from '../state/place.ts';
import { parentPlace } from './join-place.ts';
import { type ListingLoad, loadListing } from './load-listing.ts';

/** The listing each pane shows, and the one that will take its place. */
interface Loads {
  shown: ListingLoad | null;
  coming: ListingLoad | null;
}

const loads: Readonly<Record<Side, Loads>> = {
  left: { shown: null, coming: null },
  right: { shown: null, coming: null },
};

/** Ends what is under way for a pane; nothing of it is heard any more. */
export const stopLoading = (side: Side): void => {
  loads[side].coming?.cancel();
  loads[side].shown?.cancel();
  loads[side].coming = null;
  loads[side].shown = null;
};

interface OpenOptions {
  /** The name to stand on once it is there: the folder one came from, a file just renamed. */
  readonly select?: string;
  readonly refresh?: boolean;
  readonly history?: PlaceHistory;
}

/** Shows a folder in a pane; rows appear as they arrive. */
export const openPlace = (side: Side, place: Place, options: OpenOptions = {}): void => {
  stopLoading(side);
  const pane = paneOf(side);
  const filter = pane.place !== null && samePlace(pane.place, place) ? pane.filter : null;
  const load = loadListing(
    place,
    { freshness: options.refresh === true ? 'now' : 'recent', sort: pane.sort, filter },
    {
      onOrder: (order) => {
        showOrder(side, order, load.table.count);
        if (options.select !== undefined) stepOnto(side, options.select);
      },
      onEnd: (end) => {
        updatePane(side, () => completed(place, end));
        tellEnd(side);
      },
      onFault: (fault) => updatePane(side, () => ({ status: 'faulted', fault })),
    },
  );
  loads[side].shown = load;
  updatePane(side, () => ({
    source: sourceOf(place),
    place,
    history: options.history ?? visit(pane.history, pane.place, place),
    table: load.table,
    order: new Uint32Array(0),
    status: 'loading',
    received: 0,
    fault: null,
    notUnderstood: ALL_UNDERSTOOD,
    filter,
    selection: NOTHING_SELECTED,
    renaming: null,
  }));
};

interface RefreshOptions {
  readonly select?: string;
  /** `known`: what main has of the folder is read anew, without asking the server. */
  readonly freshness?: 'now' | 'known';
}

/** Lists the folder again; the rows stand where they are until the new ones are all there. */
export const refreshPane = (side: Side, options: RefreshOptions = {}): void => {
  const pane = paneOf(side);
  const { place } = pane;
  if (place === null) return;
  if (pane.status !== 'complete' && pane.status !== 'refreshing') {
    openPlace(side, place, { ...options, refresh: options.freshness !== 'known', history: pane.history });
    return;
  }
  loads[side].coming?.cancel();
  let order: Uint32Array = new Uint32Array(0);
  const load = loadListing(
    place,
    { freshness: options.freshness ?? 'now', sort: pane.sort, filter: pane.filter },
    {
      onOrder: (fresh) => {
        order = fresh;
        if (loads[side].shown === load) showOrder(side, order, load.table.count);
        else updatePane(side, () => ({ received: load.table.count }));
      },
      onEnd: (end) => {
        loads[side].shown?.cancel();
        loads[side].shown = load;
        loads[side].coming = null;
        updatePane(side, ({ selection }) => ({
          ...completed(place, end),
          table: load.table,
          order,
          selection: carried(side, selection, load),
          renaming: null,
        }));
        if (options.select !== undefined) stepOnto(side, options.select);
      },
      onFault: (fault) => {
        loads[side].coming = null;
        updatePane(side, () => ({ status: 'faulted', fault }));
      },
    },
  );
  loads[side].coming = load;
  updatePane(side, () => ({ status: 'refreshing', received: 0, fault: null }));
};

/** The folder above, with the keyboard on the folder one comes from. */
export const goUp = (side: Side): void => {
  const { place } = paneOf(side);
  if (place === null) return;
  const { parent, name } = parentPlace(place);
  if (!samePlace(parent, place)) openPlace(side, parent, { select: name });
};

/** Back to where the pane was before. */
export const goBackward = (side: Side): void => step(side, goBack);
/** Forward again to where one came back from. */
export const goOnward = (side: Side): void => step(side, goForward);

const step = (side: Side, to: typeof goBack): void => {
  const pane = paneOf(side);
  const found = to(pane.history, pane.place);
  if (found) openPlace(side, found.place, { history: found.history });
};

/** Sorts by another column or the other way round; arriving rows follow at once. */
export const sortPane = (side: Side, sort: Sort): void => {
  updatePane(side, () => ({ sort }));
  rearrangePane(side);
};

/** Puts the rows in order anew: the sort, the filter, the language or the wish to see hidden files changed. */
export const rearrangePane = (side: Side): void => {
  const { sort, filter } = paneOf(side);
  loads[side].shown?.rearrange({ sort, filter });
  loads[side].coming?.rearrange({ sort, filter });
};

/** Rows that are no longer shown are no longer selected either: nothing is ever done to what one cannot see. */
const showOrder = (side: Side, order: Uint32Array, received: number): void =>
  updatePane(side, (pane) => ({
    order,
    received,
    selection: order.length < pane.order.length ? restrictTo(pane.selection, order) : pane.selection,
  }));

const completed = (asked: Place, end: ListingEnd) =>
  ({
    place: arrived(asked, end),
    status: 'complete',
    fault: null,
    notUnderstood: { count: end.summary.notUnderstoodCount, lines: end.summary.notUnderstood },
  }) as const;

const arrived = (asked: Place, { path, shownPath }: ListingEnd): Place => {
  if (asked.kind === 'local') return { ...asked, path };
  const { kind, sessionId } = asked;
  return shownPath === path ? { kind, sessionId, path } : { kind, sessionId, path, shown: shownPath };
};

const carried = (side: Side, selection: Selection, load: ListingLoad): Selection => {
  const old = paneOf(side).table;
  if (selection.rows.size === 0 && selection.active === null) return NOTHING_SELECTED;
  return carryOver(selection, (row) => old.names[row], new Map(load.table.names.map((name, row) => [name, row])));
};

const stepOnto = (side: Side, name: string): void => {
  const pane = paneOf(side);
  if (pane.selection.active !== null && pane.table.names[pane.selection.active] === name) return;
  const row = pane.table.names.indexOf(name);
  if (row < 0) return;
  updatePane(side, ({ revealed }) => ({ selection: selectOnly(row), revealed: revealed + 1 }));
};

const tellEnd = (side: Side): void => {
  const { order, place } = paneOf(side);
  if (place !== null) announce(i18next.t(`browse:announce.${place.kind}`, { count: order.length }));
};

/** Asks again for the folder whose listing failed. */
export const retryPane = (side: Side): void => {
  const pane = paneOf(side);
  if (pane.place) openPlace(side, pane.place, { refresh: true, history: pane.history });
};
