import type { TransferView } from '#shared/model/transfer.ts';
import { focusGrid } from '../state/panes.ts';
import type { Place } from '../state/place.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { parentPlace } from './join-place.ts';
import { openPlace } from './open-place.ts';
import { writtenName } from './written-name.ts';

/** Whether the folder on this computer, or on the server, can be shown in a pane. */
export const canShowPlace = (view: TransferView, where: 'here' | 'there'): boolean =>
  where === 'here' ? view.localPath !== null : sessionOf(sessions.getState(), view.sessionId)?.status === 'connected';

/** Shows the folder of a transfer in a pane, with the keyboard on its file: this computer's on the left, the server's on the right. */
export const showTransferPlace = async (view: TransferView, where: 'here' | 'there'): Promise<void> => {
  const side = where === 'here' ? 'left' : 'right';
  const place = where === 'here' ? placeHere(view) : await placeThere(view);
  if (place === null) return;
  const { parent, name } = parentPlace(place);
  openPlace(side, parent, { select: name });
  focusGrid(side);
};

const placeHere = ({ localPath }: TransferView): Place | null =>
  localPath === null ? null : { kind: 'local', path: localPath };

const placeThere = async ({ sessionId, remotePath }: TransferView): Promise<Place | null> => {
  const place = { kind: 'remote', sessionId, path: remotePath } as const;
  // What is told of a transfer is how its path reads, which is not always how it has to be asked for.
  const path = await writtenName(place, remotePath);
  return path === null ? null : { ...place, path, ...(path === remotePath ? {} : { shown: remotePath }) };
};
