import i18next from 'i18next';
import { type DragEvent, useState } from 'react';
import { displayName, isSafeName } from '#shared/ftp/pathname.ts';
import { takeDrop } from '../../actions/drop.ts';
import { placeIn } from '../../actions/join-place.ts';
import { selectRow } from '../../actions/select.ts';
import { beginDrag, type Drop, dropOver, endDrag, ROWS_TYPE } from '../../state/drag.ts';
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
  beginDrag({ side, from: place, entries });
  event.dataTransfer.setData(ROWS_TYPE, side);
  event.dataTransfer.effectAllowed = 'copyMove';
  const [first] = entries;
  const words =
    entries.length === 1 && first
      ? displayName(first.shown)
      : i18next.t('browse:drag.count', { count: entries.length });
  setDragImage(event.dataTransfer, words);
};

/** Where a drop would go, and what it would do there. */
interface Aimed {
  readonly target: DropTarget;
  readonly drop: Drop | null;
}

const NOWHERE: Aimed = { target: null, drop: null };

/** The pointer says where it is many times a second; only another aim draws anything anew. */
const nextAim = (before: Aimed, target: DropTarget, drop: Drop | null): Aimed =>
  before.target === target && (before.drop === null) === (drop === null) ? before : { target, drop };

/** Dragging rows out of a pane, and dropping rows of the other pane or files of the desktop into it. */
export const useGridDrag = (side: Side) => {
  const [aimed, setAimed] = useState<Aimed>(NOWHERE);
  const aim = (event: DragEvent): void => {
    const over = aimOf(side, event.target);
    const drop = dropOver(event.dataTransfer.types, side, over?.place ?? null);
    setAimed((before) => nextAim(before, drop === null ? null : (over?.target ?? null), drop));
    if (drop === null) return;
    // Without this the browser takes it that nothing can be dropped here.
    event.preventDefault();
    event.dataTransfer.dropEffect = drop.kind === 'rows' && drop.sending === 'move' ? 'move' : 'copy';
  };
  return {
    ...aimed,
    handlers: {
      onDragStart: (event: DragEvent) => startDrag(side, event),
      onDragEnd: endDrag,
      onDragEnter: aim,
      onDragOver: aim,
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setAimed(NOWHERE);
      },
      onDrop: (event: DragEvent) => {
        setAimed(NOWHERE);
        const drop = dropOver(event.dataTransfer.types, side, aimOf(side, event.target)?.place ?? null);
        if (drop === null) return;
        event.preventDefault();
        takeDrop(drop, event.dataTransfer);
      },
    },
  };
};
