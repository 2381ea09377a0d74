import type { ListedEntry } from './listing/listing-table.ts';
import type { Place, Side } from './place.ts';
import { type Sending, sendingFromTo } from './sending.ts';

/** Says that rows of a pane are dragged; what they are stays in the window and is looked up at the drop. */
export const ROWS_TYPE = 'application/x-longshore-rows';

export interface DraggedRows {
  readonly side: Side;
  readonly from: Place;
  readonly entries: readonly ListedEntry[];
}

let dragged: DraggedRows | null = null;

/** Only one drag is under way at a time, and it begins and ends in this window. */
export const beginDrag = (rows: DraggedRows): void => {
  dragged = rows;
};

export const endDrag = (): void => {
  dragged = null;
};

export const draggedRows = (): DraggedRows | null => dragged;

/** What a drop would do: send rows of the other pane, or take in files of the desktop. */
export type Drop =
  | { readonly kind: 'rows'; readonly sending: Sending; readonly rows: DraggedRows; readonly onto: Place }
  | { readonly kind: 'desktop'; readonly onto: Place };

/**
 * What would happen with a drag over a folder of a pane; null where it is not for us.
 * @param types the types of the DataTransfer
 */
export const dropOver = (types: readonly string[], side: Side, onto: Place | null): Drop | null => {
  if (onto === null) return null;
  if (!types.includes(ROWS_TYPE)) return types.includes('Files') ? { kind: 'desktop', onto } : null;
  if (dragged === null || dragged.side === side) return null;
  const sending = sendingFromTo(dragged.from, onto);
  return sending === null ? null : { kind: 'rows', sending, rows: dragged, onto };
};
