import { pathForFile } from '../bridge/index.ts';
import { type Drop, endDrag } from '../state/drag.ts';
import { sendEntries, takeDesktopFiles } from './transfer.ts';

/** Does what a drop means: rows of the other pane are sent, files of the desktop taken in. */
export const takeDrop = (drop: Drop, transfer: DataTransfer): void => {
  if (drop.kind === 'rows') {
    endDrag();
    void sendEntries(drop.rows.entries, drop.rows.from, drop.onto);
  } else {
    const paths = [...transfer.files].map(pathForFile).filter((path) => path !== '');
    void takeDesktopFiles(paths, drop.onto);
  }
};
