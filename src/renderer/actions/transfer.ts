import { addDownloads, addDropped, addUploads, copyDropped } from '#shared/contract/transfers.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../bridge/index.ts';
import { selectedEntries, toTransferItems, usable } from '../state/entries.ts';
import { reportFault } from '../state/faults.ts';
import { type PaneState, paneOf } from '../state/panes.ts';
import { otherSide, type Place, type Side, samePlace } from '../state/place.ts';
import { refreshPane } from './open-place.ts';

const tellFailure = (result: Result<unknown>, sessionId: string | null): void => {
  if (!result.ok) reportFault(result.fault, { sessionId });
};

/** Tells of names that are never joined to a path, so that nothing is left behind silently. */
const tellUnsafe = (entries: readonly FileEntry[]): void => {
  const left = entries.length - usable(entries).length;
  if (left === 0) return;
  reportFault({ kind: 'refused-here', stage: 'preparing', reason: 'unsafe-name', detail: `${left}` });
};

/** Puts transfers of `entries` from one side's folder to the other side's folder into the queue. */
export const transferEntries = async (entries: readonly FileEntry[], from: Place, to: Place): Promise<void> => {
  tellUnsafe(entries);
  const items = [...toTransferItems(usable(entries))];
  if (items.length === 0) return;
  if (from.side === 'remote' && to.side === 'local') {
    const { sessionId } = from;
    tellFailure(
      await call(addDownloads, { sessionId, from: from.path, to: to.path, items, transfer: null }),
      sessionId,
    );
  } else if (from.side === 'local' && to.side === 'remote') {
    const { sessionId } = to;
    tellFailure(await call(addUploads, { sessionId, from: from.path, to: to.path, items, transfer: null }), sessionId);
  }
};

/** Whether there is something to send and somewhere to send it. */
export const canTransfer = (pane: PaneState, other: PaneState): boolean =>
  pane.selection.rows.size > 0 && pane.place !== null && other.place !== null;

/** Sends what is selected in one pane to the folder the other one shows. */
export const transferSelection = (side: Side): void => {
  const pane = paneOf(side);
  const to = paneOf(otherSide(side)).place;
  if (pane.place === null || to === null) return;
  void transferEntries(selectedEntries(pane), pane.place, to);
};

/** Files and folders dropped from the desktop: sent to the server, or copied into the local folder. */
export const takeDesktopFiles = async (paths: readonly string[], to: Place): Promise<void> => {
  if (paths.length === 0) return;
  if (to.side === 'remote') {
    const { sessionId } = to;
    tellFailure(await call(addDropped, { sessionId, paths: [...paths], to: to.path, transfer: null }), sessionId);
  } else {
    tellFailure(await call(copyDropped, { paths: [...paths], to: to.path }), null);
    // Also after a fault: some of it may have been copied before.
    if (samePlace(paneOf('local').place, to)) refreshPane('local');
  }
};
