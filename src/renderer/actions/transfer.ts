import { addBetween, addDownloads, addDropped, addUploads, copyDropped } from '#shared/contract/transfers.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../bridge/index.ts';
import { selectedEntries, toTransferItems, usable } from '../state/entries.ts';
import { reportFault } from '../state/faults.ts';
import type { ListedEntry } from '../state/listing/listing-table.ts';
import { type PaneState, paneOf } from '../state/panes.ts';
import { otherSide, type Place, SIDES, type Side, samePlace } from '../state/place.ts';
import { sendingFromTo } from '../state/sending.ts';
import { moveEntries } from './move-entries.ts';
import { refreshPane } from './open-place.ts';

const tellFailure = (result: Result<unknown>, sessionId: string | null): void => {
  if (!result.ok) reportFault(result.fault, { sessionId });
};

/** Tells of names that are never joined to a path, so that nothing is left behind silently. */
const tellUnsafe = (entries: readonly ListedEntry[]): void => {
  const left = entries.length - usable(entries).length;
  if (left === 0) return;
  reportFault({ kind: 'refused-here', stage: 'preparing', reason: 'unsafe-name', detail: `${left}` });
};

/**
 * Sends `entries` of one folder into another: as transfers in the queue, or as a move within one server.
 * @param transfer how transfers are carried out; null: as the site's settings say
 */
export const sendEntries = async (
  entries: readonly ListedEntry[],
  from: Place,
  to: Place,
  transfer: TransferChoice | null = null,
): Promise<void> => {
  tellUnsafe(entries);
  const chosen = usable(entries);
  if (chosen.length === 0 || samePlace(from, to)) return;
  if (from.kind === 'local') {
    if (to.kind === 'remote') await upload(chosen, from.path, to, transfer);
  } else if (to.kind === 'local') {
    await download(chosen, from, to.path, transfer);
  } else if (from.sessionId === to.sessionId) {
    await moveEntries(chosen, from, to);
  } else {
    await copyBetween(chosen, from, to, transfer);
  }
};

type RemotePlace = Extract<Place, { kind: 'remote' }>;

const upload = async (
  entries: readonly ListedEntry[],
  from: string,
  to: RemotePlace,
  transfer: TransferChoice | null,
): Promise<void> => {
  const { sessionId } = to;
  const items = [...toTransferItems(entries)];
  tellFailure(await call(addUploads, { sessionId, from, to: to.path, items, transfer }), sessionId);
};

const download = async (
  entries: readonly ListedEntry[],
  from: RemotePlace,
  to: string,
  transfer: TransferChoice | null,
): Promise<void> => {
  const { sessionId } = from;
  const items = [...toTransferItems(entries)];
  tellFailure(await call(addDownloads, { sessionId, from: from.path, to, items, transfer }), sessionId);
};

const copyBetween = async (
  entries: readonly ListedEntry[],
  from: RemotePlace,
  to: RemotePlace,
  transfer: TransferChoice | null,
): Promise<void> => {
  const items = [...toTransferItems(entries)];
  const sessions = { fromSession: from.sessionId, toSession: to.sessionId };
  tellFailure(await call(addBetween, { ...sessions, from: from.path, to: to.path, items, transfer }), from.sessionId);
};

/** Whether there is something to send and somewhere to send it. */
export const canSend = (pane: PaneState, other: PaneState): boolean =>
  pane.selection.rows.size > 0 && sendingFromTo(pane.place, other.place) !== null;

/** Sends what is selected in one pane to the folder the other one shows. */
export const sendSelection = (side: Side): void => {
  const pane = paneOf(side);
  const to = paneOf(otherSide(side)).place;
  if (pane.place === null || to === null) return;
  void sendEntries(selectedEntries(pane), pane.place, to);
};

/** Files and folders dropped from the desktop: sent to the server, or copied into the local folder. */
export const takeDesktopFiles = async (paths: readonly string[], to: Place): Promise<void> => {
  if (paths.length === 0) return;
  if (to.kind === 'remote') {
    const { sessionId } = to;
    tellFailure(await call(addDropped, { sessionId, paths: [...paths], to: to.path, transfer: null }), sessionId);
  } else {
    tellFailure(await call(copyDropped, { paths: [...paths], to: to.path }), null);
    // Also after a fault: some of it may have been copied before.
    for (const side of SIDES) if (samePlace(paneOf(side).place, to)) refreshPane(side);
  }
};
