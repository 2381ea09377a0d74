import { baseName, isSafeName } from '#shared/ftp/pathname.ts';
import type { ListedEntry } from '../state/listing/listing-table.ts';
import { paneOf } from '../state/panes.ts';
import { otherSide, type Side } from '../state/place.ts';
import { sendingFromTo } from '../state/sending.ts';
import { placeIn } from './join-place.ts';
import { openPlace } from './open-place.ts';
import { sendSelection } from './transfer.ts';

/**
 * Whether what may be a file is worth opening as a folder: its name, or that of what a link points to, has no ending, as
 * folders mostly have none.
 */
const mayBeFolder = ({ type, shown, target }: ListedEntry): boolean => {
  const called = type === 'unknown' ? shown : target;
  return (type === 'unknown' || type === 'link') && (called === null || !baseName(called).slice(1).includes('.'));
};

/** Double click or Enter: opens a folder here, sends anything else to the other side. */
export const openActive = (side: Side): void => {
  const pane = paneOf(side);
  const entry = pane.selection.active === null ? null : pane.table.entry(pane.selection.active);
  if (entry === null || pane.place === null) return;
  if (entry.type === 'directory' || mayBeFolder(entry)) {
    if (isSafeName(entry.shown)) openPlace(side, placeIn(pane.place, entry.name, entry.shown));
  } else if (sendingFromTo(pane.place, paneOf(otherSide(side)).place) !== 'move') {
    // Opening a file is no wish to have it moved.
    sendSelection(side);
  }
};
