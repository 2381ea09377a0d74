import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Place } from './place.ts';

/** Says that rows of a pane are dragged; what they are stays in the window and is looked up at the drop. */
export const ROWS_TYPE = 'application/x-longshore-rows';

export interface DraggedRows {
  readonly from: Place;
  readonly entries: readonly FileEntry[];
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

export type DropKind = 'rows' | 'desktop';

/**
 * What would happen with a drag over a pane: rows of the other pane are transferred, files of the desktop are taken
 * in, anything else is not for us.
 * @param types the types of the DataTransfer
 */
export const dropKind = (types: readonly string[], onto: Place | null): DropKind | null => {
  if (onto === null) return null;
  if (types.includes(ROWS_TYPE)) return dragged !== null && dragged.from.side !== onto.side ? 'rows' : null;
  return types.includes('Files') ? 'desktop' : null;
};
