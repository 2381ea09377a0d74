import i18next from 'i18next';
import { type DragEvent, useState } from 'react';
import { displayName, isSafeName } from '#shared/ftp/pathname.ts';
import { dropOnto } from '../../actions/drop.ts';
import { placeIn } from '../../actions/join-place.ts';
import { selectRow } from '../../actions/select.ts';
import { beginDrag, dropKind, endDrag, ROWS_TYPE } from '../../state/drag.ts';
import { selectedEntries } from '../../state/entries.ts';
import type { Row } from '../../state/listing/listing-table.ts';
import { paneOf } from '../../state/panes.ts';
import type { Place, Side } from '../../state/place.ts';
import { setDragImage } from './drag-image.ts';
import { rowAt } from './row-at.ts';

/** Where a drop would go: a folder's row, the whole pane, or nowhere. */
export type DropTarget = Row | 'pane' | null;

interface Aim {
  readonly target: DropTarget;
  readonly place: Place;
}

/** What the pointer is over: a folder that can be entered takes the drop itself, everything else is the pane's. */
const aimOf = (side: Side, element: EventTarget): Aim | null => {
  const { place, table } = paneOf(side);
  if (place === null) return null;
  const row = rowAt(element);
  const name = row === null ? undefined : table.names[row];
  if (row === null || name === undefined || table.types[row] !== 'directory' || !isSafeName(name)) {
    return { target: 'pane', place };
  }
  return { target: row, place: placeIn(place, name) };
};

const startDrag = (side: Side, event: DragEvent): void => {
  const row = rowAt(event.target);
  const { place } = paneOf(side);
  if (row === null || place === null) return;
  if (!paneOf(side).selection.rows.has(row)) selectRow(side, row, 'only');
  const entries = selectedEntries(paneOf(side));
  beginDrag({ from: place, entries });
  event.dataTransfer.setData(ROWS_TYPE, side);
  event.dataTransfer.effectAllowed = 'copy';
  const [first] = entries;
  const words =
    entries.length === 1 && first ? displayName(first.name) : i18next.t('browse:drag.count', { count: entries.length });
  setDragImage(event.dataTransfer, words);
};

/** Dragging rows out of a pane, and dropping rows of the other pane or files of the desktop into it. */
export const useGridDrag = (side: Side) => {
  const [target, setTarget] = useState<DropTarget>(null);
  const aim = (event: DragEvent): void => {
    const over = aimOf(side, event.target);
    const kind = dropKind(event.dataTransfer.types, over?.place ?? null);
    setTarget(kind === null ? null : (over?.target ?? null));
    if (kind === null) return;
    // Without this the browser takes it that nothing can be dropped here.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  return {
    target,
    handlers: {
      onDragStart: (event: DragEvent) => startDrag(side, event),
      onDragEnd: endDrag,
      onDragEnter: aim,
      onDragOver: aim,
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setTarget(null);
      },
      onDrop: (event: DragEvent) => {
        setTarget(null);
        const over = aimOf(side, event.target);
        if (over === null || dropKind(event.dataTransfer.types, over.place) === null) return;
        event.preventDefault();
        dropOnto(event.dataTransfer, over.place);
      },
    },
  };
};
