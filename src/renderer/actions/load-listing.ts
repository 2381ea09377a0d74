import { listLocal } from '#shared/contract/local-files.ts';
import { type ListingEnd, listRemote } from '#shared/contract/remote-files.ts';
import type { Fault } from '#shared/fault.ts';
import type { EntryChunk } from '#shared/model/entry-chunk.ts';
import { afterPaint } from '../bridge/after-paint.ts';
import { openStream } from '../bridge/index.ts';
import { application } from '../state/application.ts';
import { type Arrangement, createArrangement } from '../state/listing/arrangement.ts';
import { ListingTable, type Row } from '../state/listing/listing-table.ts';
import { nameFilter } from '../state/listing/name-filter.ts';
import { type CompareRows, compareRows, nameCollator, type Sort } from '../state/listing/row-order.ts';
import { windowClock } from '../state/listing/sort-in-slices.ts';
import type { Place } from '../state/place.ts';
import { preferences } from '../state/preferences.ts';

/**
 * Chunks main may send ahead of what is painted: 6,000 rows. Fewer would have a large listing wait for frames, of which
 * each costs the more the longer the list is; more would take longer than a frame to clone and sort in.
 */
const CREDITS = 12;

export type Freshness = 'now' | 'recent' | 'known';

export interface ListingLoadListeners {
  /** The rows that are in place so far, in the order they are to be shown. */
  readonly onOrder: (order: Uint32Array) => void;
  /** Everything has come and every row is in its place. */
  readonly onEnd: (end: ListingEnd) => void;
  readonly onFault: (fault: Fault) => void;
}

/** Which rows are shown, and in what order. */
export interface Shown {
  readonly sort: Sort;
  /** Null: all names. */
  readonly filter: string | null;
}

/** A listing on its way into a table of its own. */
export interface ListingLoad {
  readonly table: ListingTable;
  /** Sorts or filters anew, while rows are arriving or long after. */
  rearrange(shown: Shown): void;
  /** Stops listening and tells main so. */
  cancel(): void;
}

const orderOf = (table: ListingTable, sort: Sort): CompareRows =>
  compareRows(table, sort, nameCollator(application.getState().formatLocale));

const showsIn = (table: ListingTable, filter: string | null): ((row: Row) => boolean) => {
  const { showHidden } = preferences.getState();
  const passes = nameFilter(filter ?? '');
  return (row) => {
    const name = table.shown[row] ?? '';
    return (showHidden || !name.startsWith('.')) && passes(name);
  };
};

const nextFrame = (): Promise<void> => new Promise((resolve) => afterPaint(resolve));

/**
 * Lists a folder of either side into a fresh table.
 * @param freshness how old what main knows of the folder may be
 */
export const loadListing = (
  place: Place,
  options: Shown & { readonly freshness: Freshness },
  listeners: ListingLoadListeners,
): ListingLoad => {
  const table = new ListingTable();
  const arrangement: Arrangement = createArrangement({
    compare: orderOf(table, options.sort),
    shows: showsIn(table, options.filter),
    clock: windowClock,
    nextFrame,
    onOrder: listeners.onOrder,
  });
  let cancelled = false;

  const whenSettled = (then: () => void): void => {
    void arrangement.settled().then(() => {
      if (!cancelled) then();
    });
  };
  const stream = {
    credits: CREDITS,
    onChunk: (chunk: EntryChunk) => {
      const from = table.count;
      table.push(chunk);
      arrangement.add(Array.from({ length: table.count - from }, (_, index) => from + index));
    },
    onEnd: (end: ListingEnd) => whenSettled(() => listeners.onEnd(end)),
    onFault: (fault: Fault) => whenSettled(() => listeners.onFault(fault)),
  };
  const cancelStream =
    place.kind === 'local'
      ? openStream(listLocal, { path: place.path }, stream)
      : openStream(listRemote, { sessionId: place.sessionId, path: place.path, freshness: options.freshness }, stream);

  return {
    table,
    rearrange: ({ sort, filter }) => arrangement.rearrange(orderOf(table, sort), showsIn(table, filter)),
    cancel: () => {
      cancelled = true;
      arrangement.stop();
      cancelStream();
    },
  };
};
