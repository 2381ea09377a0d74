import { pathForFile } from '../bridge/index.ts';
import { draggedRows, dropKind, endDrag } from '../state/drag.ts';
import type { Place } from '../state/place.ts';
import { takeDesktopFiles, transferEntries } from './transfer.ts';

/** What was let go over a folder: rows of the other pane, or files of the desktop. */
export const dropOnto = (transfer: DataTransfer, onto: Place): void => {
  const kind = dropKind(transfer.types, onto);
  if (kind === 'rows') {
    const rows = draggedRows();
    endDrag();
    if (rows) void transferEntries(rows.entries, rows.from, onto);
  } else if (kind === 'desktop') {
    const paths = [...transfer.files].map(pathForFile).filter((path) => path !== '');
    void takeDesktopFiles(paths, onto);
  }
};
