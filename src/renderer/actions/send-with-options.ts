import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { showBrowseDialog } from '../state/dialogs.ts';
import { selectedEntries, usable } from '../state/entries.ts';
import { type PaneState, paneOf } from '../state/panes.ts';
import { otherSide, type Place, type Side, sessionIdOf } from '../state/place.ts';
import { sendingFromTo } from '../state/sending.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { canSend } from './transfer.ts';

/** Whether sending the selection is a transfer, and not a move within one server, which has no options. */
export const canSendWithOptions = (pane: PaneState, other: PaneState): boolean =>
  canSend(pane, other) && sendingFromTo(pane.place, other.place) !== 'move';

/** Asks how to transfer what is selected in one pane to the folder the other one shows. */
export const askForOptions = (side: Side): void => {
  const pane = paneOf(side);
  const other = paneOf(otherSide(side));
  const entries = selectedEntries(pane);
  if (pane.place === null || other.place === null || !canSendWithOptions(pane, other)) return;
  if (usable(entries).length > 0) showBrowseDialog({ kind: 'send', from: pane.place, to: other.place, entries });
};

/** How the site would have it: the server's that is sent to, or else the one's that is fetched from. */
export const siteChoice = (from: Place, to: Place): TransferChoice | null => {
  const sessionId = sessionIdOf(to) ?? sessionIdOf(from);
  return sessionOf(sessions.getState(), sessionId)?.settings.transfer ?? null;
};
